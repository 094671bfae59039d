# wrapped function
import sys
def deco(fn):
    def w(*a): return fn(*a)
    return w
@deco
def f(x): return sys.getrefcount(x)
a = []
print(f(a), f([]))
