# x is on the stack across a branch: g(x, 1 if c else 2)
import sys
def g(x, n): return sys.getrefcount(x)
def f(c):
    x = []
    return g(x, 1 if c else 2), g(x, 1)
print(f(1))
