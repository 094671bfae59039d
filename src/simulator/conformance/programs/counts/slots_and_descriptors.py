# Slots, their descriptors, and properties over them.
import sys

R = sys.getrefcount

class A:
    __slots__ = ('x', '_y')
    @property
    def y(self):
        return self._y
    @y.setter
    def y(self, value):
        print(R(self), R(value))
        self._y = value
    @y.deleter
    def y(self):
        print(R(self), R(self._y))
        del self._y
v = []
a = A()
for i in range(3):
    a.x = v
    a.y = v
    print(R(v), R(a.x), R(a.y), R(a))
    a.x = a.x
    del a.y
    print(R(v))
print(A.x.__get__(a) is v, R(v), R(A.x))
A.x.__set__(a, [])
print(R(v), R(a.x))
A.x.__delete__(a)
try:
    a.x
except AttributeError:
    print(R(a))
try:
    a.z = v
except AttributeError:
    print(R(a), R(v))
print(A.y.fget(type('B', (), {'_y': v})()) is v, R(v))
