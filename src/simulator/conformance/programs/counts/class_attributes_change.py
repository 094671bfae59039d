# Attributes of classes set, replaced, deleted, and found by instances.
import sys

R = sys.getrefcount

v, w = [], []
class A:
    x = v
class B(A):
    pass
a, b = A(), B()
for i in range(3):
    print(R(a.x), R(b.x), R(A.x), R(B.x), R(v))
    A.x = w
    print(R(v), R(w), b.x is w)
    b.x = v
    B.x = v
    print(R(v), R(w))
    del B.x, b.x
    A.x = v
print(R(v), R(w), R(A), R(B))
setattr(A, 'y', w)
print(R(w), getattr(b, 'y') is w)
delattr(A, 'y')
print(R(w), hasattr(b, 'y'))
A.__dict__['x'] is v and print(R(v))
try:
    del A.y
except AttributeError as e:
    print(R(A), R(w))
B.__bases__ = (A,)
print(R(A), R(B), R(b))
b.__class__ = A
print(R(A), R(B), R(b))
