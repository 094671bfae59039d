# getrefcount while the same expression rebinds x
import sys
def f():
    x = []
    return [x, (x := 1)][0].__class__.__name__, x
def g(x, n): return sys.getrefcount(x)
def h():
    x = []
    return g(x, (x := 1))
print(f(), h())
