# super() with no, one and two arguments, in methods of all kinds.
import sys

R = sys.getrefcount

class A:
    def m(self, x): return R(self), R(x)
    @classmethod
    def c(cls, x): return R(x)
    @staticmethod
    def s(x): return R(x)
    @property
    def p(self): return R(self)
    def __init__(self, x=None): self.x = x
class B(A):
    def m(self, x): return super().m(x)
    @classmethod
    def c(cls, x): return super().c(x)
    @staticmethod
    def s(x): return super(B, B).s(x)
    @property
    def p(self): return super().p
    def __init__(self, x): super().__init__(x)
    def two(self, x):
        s = super(B, self)
        return R(s), R(self), s.m(x), super(B, self).m(x), R(s.__self__)
v = []
b = B(v)
for i in range(3):
    print(b.m(v), B.c(v), b.c([]), b.s(v), b.p, b.two(v), R(b), R(v))
s = super(B, b)
print(R(s), R(b), s.m(v), s.p, R(s.m), R(b))
f = s.m
del s
print(R(f), R(b), f(v), R(v))
u = super(B)
print(R(u), R(u.__get__(b)), u.__get__(b).m(v), R(b))
