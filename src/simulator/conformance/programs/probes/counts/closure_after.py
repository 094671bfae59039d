# closure keeps object alive after return
import sys
def f():
    x = []
    return lambda: sys.getrefcount(x)
g = f()
print(g())
