# __getattribute__ / __getattr__
import sys
class C:
    def __getattr__(self, n): return sys.getrefcount(self)
class D:
    def __getattribute__(self, n): return sys.getrefcount(self)
c = C(); d = D()
def f(c): return c.zz
def g(c): return c.zz
print([f(c) for _ in range(12)], [g(d) for _ in range(12)])
