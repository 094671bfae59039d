# Slots of several classes, with and without a dict.
import sys
import weakref

R = sys.getrefcount


class A:
    __slots__ = ('x', '__weakref__')


class B(A):
    __slots__ = ('y',)


class C(B):
    pass


v, w = [], []
a, b, c = A(), B(), C()
a.x = b.x = c.x = v
b.y = c.y = c.z = w
print(R(v), R(w), R(a), R(b), R(c), R(A.x))
r = weakref.ref(b)
print(R(b), r() is b, R(b))
try:
    b.z = v
except AttributeError as error:
    print(R(error), R(b), R(v))
try:
    a.y
except AttributeError as error:
    print(R(error), error.obj is a, R(a))
del a.x
try:
    a.x
except AttributeError as error:
    print(R(error), R(a), R(v))
print(A.x.__get__(b) is v, R(v), A.x.__set__(a, w), R(w), R(A.x))
b.x, b.y = b.y, b.x
print(R(v), R(w), b.x is w)
b.__class__ = B
c.__dict__['x'] = w
print(c.x is v, R(w), R(c.__dict__), R(c))
del a, b, c
print(R(v), R(w), r())


class Cell:
    __slots__ = {'value': 'documented'}

    def __init__(self, value):
        self.value = value

    def __del__(self):
        print('dies', R(self), R(self.value))


cell = Cell(v)
cell.value = cell
cell.value = w
del cell
print(R(v), R(w))
