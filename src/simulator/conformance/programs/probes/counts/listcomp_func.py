# comprehension in a function
import sys
def f():
    a = []
    return [sys.getrefcount(x) for x in [a]], [sys.getrefcount(a) for x in [1]]
print(f())
