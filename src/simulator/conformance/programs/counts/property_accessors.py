# The three functions of a property, and what it holds.
import sys

R = sys.getrefcount

class A:
    def get(self):
        return R(self)
    def put(self, value):
        print(R(self), R(value))
    def drop(self):
        print(R(self))
    p = property(get, put, drop)
    print(R(p), R(get), R(put), R(drop))
    q = p.setter(put)
    print(R(get), R(put), q is p)
a, v = A(), []
for i in range(3):
    print(a.p, A().p)
    a.p = v
    del a.p
print(R(v), R(A.p.fget), R(A.get), R(a))
