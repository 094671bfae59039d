# g(x, h(x)) first x on stack while h runs
import sys
def h(x): return sys.getrefcount(x)
def g(x, n): return n
def f():
    x = []
    return g(x, h(x)), h(x)
print(f())
