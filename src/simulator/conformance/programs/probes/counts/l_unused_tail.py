# local x whose last use is the call
import sys
def g(x): return sys.getrefcount(x)
def f():
    return g([])
def h():
    y = []
    return g(y)
print(f(), h())
