# n = sys.getrefcount(x) in a function
import sys
def f():
    x = []
    n = sys.getrefcount(x)
    return n
print(f())
