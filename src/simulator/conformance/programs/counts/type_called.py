# Classes made by calling type: what becomes of the names given.
import sys

R = sys.getrefcount
v, w = [], []
names = {'a': v, 'm': lambda self: (R(self), R(self.a))}
bases = (object,)
name = ''.join(['Ma', 'de'])
C = type(name, bases, names)
print(R(v), R(names), R(bases), R(name), R(C), C.__name__ is name)
names['b'] = w
print(hasattr(C, 'b'), R(w), C().m(), R(v))
D = type('D', (C,), {'a': w, '__slots__': ('s',)})
d = D()
d.s = v
print(R(C), R(D), R(v), R(w), d.m(), R(d))
C.a = w
print(R(v), R(w))
del d.s, D.a
print(R(v), R(w), d.m())
for wrong in (lambda: type(5, (), {}), lambda: type('X', [C], {}), lambda: type('X', (v,), {}), lambda: type('X', (C, object, C), {}),
              lambda: type('X', (int, str), {}), lambda: type('X', (bool,), {'k': v}), lambda: type('X', (), {'__slots__': v + [5]})):
    try:
        wrong()
    except TypeError as error:
        print(R(error), R(C), R(v), R(w))


class Hook:
    def __init_subclass__(cls, given=None, **rest):
        print('subclass', R(cls), R(given))
        cls.given = given
        super().__init_subclass__(**rest)

    def __set_name__(self, owner, name):
        print('set_name', R(self), R(owner))


h = Hook()
E = type('E', (Hook,), {'h': h}, given=v)
print(R(h), R(v), R(E), type(E)('F', (E,), {}, given=w).given is w, R(w), R(E))
del E
import gc
gc.collect()
print(R(h), R(v), R(w))
