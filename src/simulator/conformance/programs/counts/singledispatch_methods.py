# singledispatchmethod finds a function and binds it.
import functools
import sys

R = sys.getrefcount

class A:
    @functools.singledispatchmethod
    def d(self, x): return R(self), R(x)
    @d.register
    def _(self, x: list): return 'list', R(self), R(x)
a, v, w = A(), [], {}
for i in range(3):
    print(a.d(v), a.d(w), R(a), R(v), R(w))
m = a.d
print(R(a), R(m), m(v), m(w))
del m
print(R(a), R(v), R(w))
