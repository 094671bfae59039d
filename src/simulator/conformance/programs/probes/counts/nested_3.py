# depth 3
import sys
def h(z): return sys.getrefcount(z)
def g(y): return h(y)
def f(x): return g(x)
a = []
print(f(a), f([]))
