# return value handed to caller
import sys
def f():
    x = []
    return x
print(sys.getrefcount(f()))
y = f()
print(sys.getrefcount(y))
