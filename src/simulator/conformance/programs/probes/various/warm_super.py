# super().m() and C.m(c) separately
import sys
class B:
    def m(self): return sys.getrefcount(self)
class C(B):
    def m(self): return super().m()
class D:
    def m(self): return sys.getrefcount(self)
c = C(); d = D()
def f(c): return c.m()
def g(d): return D.m(d)
print([f(c) for _ in range(5)], [g(d) for _ in range(5)])
