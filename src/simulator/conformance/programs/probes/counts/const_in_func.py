# constant in a function
import sys
def f():
    x = 5000
    return sys.getrefcount(x), sys.getrefcount(5000), sys.getrefcount(7777)
print(f())
