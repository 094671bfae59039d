# local captured by an inner function
import sys
def f():
    x = []
    def g(): return sys.getrefcount(x)
    return sys.getrefcount(x), g()
print(f())
