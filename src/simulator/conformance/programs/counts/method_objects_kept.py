# A bound method holds its object and its function.
import sys

R = sys.getrefcount

class A:
    def m(self, x=None):
        return R(self), x is None or R(x)
    @classmethod
    def c(cls):
        pass
    @staticmethod
    def s(x):
        return R(x)
a, v = A(), []
m = a.m
print(R(a), R(m), R(A.m), R(m.__self__), R(m.__func__))
n = a.m
print(R(a), m is n, m == n, m(), n(v), m(x=v))
b = v.append
print(R(v), R(b), b(v), R(v))
v.clear()
print(R(v), R(A.c), R(a.c), R(A.s), A.s(v))
f = A.m.__get__(a)
print(R(a), f(), f(v))
del m, n, f, b
print(R(a), R(v))
g = A().m
print(g(), R(g.__self__))
