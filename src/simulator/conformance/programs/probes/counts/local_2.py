# two locals
import sys
def f():
    x = []
    y = x
    return sys.getrefcount(x), sys.getrefcount(y)
print(f())
