# getrefcount(x if c else y)
import sys
def f(c):
    x = []; y = []
    return sys.getrefcount(x if c else y)
print(f(1), f(0))
