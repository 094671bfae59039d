# o.m()
import sys
class C:
    def m(self): return sys.getrefcount(self)
c = C()
def f(c): return c.m()
print([f(c) for _ in range(12)])
