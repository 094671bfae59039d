# f(a) calls g(x)
import sys
def g(y): return sys.getrefcount(y)
def f(x): return g(x)
a = []
print(f(a), f([]))
