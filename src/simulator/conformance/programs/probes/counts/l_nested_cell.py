# three levels of closures
import sys
def f():
    x = []
    def g():
        def h(): return sys.getrefcount(x)
        return h
    return g()()
print(f())
