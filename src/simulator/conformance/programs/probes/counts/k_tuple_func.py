# x = (5000, 6000) in function
import sys
def f():
    x = (5000, 6000)
    return sys.getrefcount(x), sys.getrefcount(x[0])
print(f())
