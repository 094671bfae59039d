# [x, getrefcount(x)] first element still on the stack
import sys
def f():
    x = []
    return [x, sys.getrefcount(x)][1], (x, x, sys.getrefcount(x))[2]
print(f())
