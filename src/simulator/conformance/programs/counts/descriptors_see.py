# What __get__, __set__ and __delete__ see.
import sys

R = sys.getrefcount

class D:
    def __get__(self, o, kind):
        return R(self), o is None or R(o), R(kind) - before
    def __set__(self, o, value):
        print('set', R(self), R(o), R(value))
    def __delete__(self, o):
        print('delete', R(self), R(o))
    def __set_name__(self, owner, name):
        print('named', R(self), name)
class A:
    d = D()
before = R(A)
a, v = A(), []
for i in range(2):
    print(a.d, A.d, getattr(a, 'd'))
    a.d = v
    setattr(a, 'd', v)
    del a.d
print(A().d, R(v))
A().d = []
