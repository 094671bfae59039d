# class body variables
import sys
class C:
    x = []
    n = sys.getrefcount(x)
print(C.n, sys.getrefcount(C.x))
