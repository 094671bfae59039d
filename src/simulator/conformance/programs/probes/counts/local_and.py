# x and getrefcount(x) / getrefcount(x or y)
import sys
def f():
    x = [1]
    return x and sys.getrefcount(x), sys.getrefcount(x or 0)
print(f())
