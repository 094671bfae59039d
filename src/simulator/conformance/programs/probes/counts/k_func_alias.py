# x=5000; y=x in a function (locals), getrefcount(y), literal
import sys
def f():
    x = 5000
    y = x
    return sys.getrefcount(x), sys.getrefcount(y), sys.getrefcount(5000)
print(f())
