# super() holds its object for as long as it lives.
import sys

R = sys.getrefcount

class A:
    def m(self, x):
        return R(self), R(x)
    @property
    def p(self):
        return R(self)
    @classmethod
    def c(cls, x):
        return R(x)
class B(A):
    def m(self, x):
        s = super()
        print(R(self), R(s), s.m(x), s.p)
        return super().m(x), super().p
    @property
    def p(self):
        return super().p, super(B, self).p
    @classmethod
    def c(cls, x):
        return super().c(x)
b, v = B(), []
for i in range(3):
    print(b.m(v), b.p, B.c(v), b.c(v))
s = super(B, b)
print(R(b), R(s), s.m(v), R(s.m))
