# classmethod/staticmethod arguments
import sys
class C:
    @staticmethod
    def s(x): return sys.getrefcount(x)
    @classmethod
    def k(cls, x): return sys.getrefcount(x)
a = []
print(C.s(a), C.k(a))
