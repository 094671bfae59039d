# __init_subclass__ and __set_name__ see the class before its name does.
import sys

R = sys.getrefcount

class D:
    def __set_name__(self, owner, name):
        print(R(self), R(owner))
class Base:
    def __init_subclass__(cls, extra=None, **more):
        print(R(cls), extra is None or R(extra), R(more))
        super().__init_subclass__(**more)
v = []
class A(Base, extra=v):
    d = D()
class B(A):
    pass
print(R(v), R(A.d), R(A), R(B), R(Base))
C = type('C', (Base,), {'x': v}, extra=v)
print(R(v), R(C))
del A, B, C
print(R(v))
