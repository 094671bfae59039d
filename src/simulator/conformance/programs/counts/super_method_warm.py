import sys
R = sys.getrefcount
class B:
    def m(self): return R(self)
class A(B):
    def m(self): return super().m(), R(self)
    def k(self): return super(A, self).m(), B.m(self)
a = A()
for i in range(4): print(a.m(), a.k())
