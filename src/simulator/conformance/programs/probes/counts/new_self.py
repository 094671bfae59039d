# __new__ result
import sys
class C:
    def __new__(cls):
        o = super().__new__(cls)
        o.n = sys.getrefcount(o)
        return o
print(C().n)
