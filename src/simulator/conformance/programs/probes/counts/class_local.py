# class created in a function
import sys
def f():
    class C: pass
    return sys.getrefcount(C)
print(f())
