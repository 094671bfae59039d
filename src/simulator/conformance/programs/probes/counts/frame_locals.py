# sys._getframe().f_locals
import sys
def f():
    x = []
    fr = sys._getframe()
    n = sys.getrefcount(x)
    l = fr.f_locals
    return n, sys.getrefcount(x)
print(f())
