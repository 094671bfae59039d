# global x inside function
import sys
def f():
    global gx
    gx = []
    return sys.getrefcount(gx)
print(f())
