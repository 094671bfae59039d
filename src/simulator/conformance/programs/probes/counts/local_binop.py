# sys.getrefcount(x) - 1
import sys
def f():
    x = []
    return sys.getrefcount(x) - 1
print(f())
