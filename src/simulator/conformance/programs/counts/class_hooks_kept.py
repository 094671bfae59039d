# Hooks of class creation: __prepare__, __set_name__, __init_subclass__ with arguments, __class_getitem__, __mro_entries__, __instancecheck__.
import sys

R = sys.getrefcount

class Space(dict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            seen.append((key, R(self), R(value)))
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key == 'magic':
            seen.append(('missing', R(self)))
            return v
        raise KeyError(key)

class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        seen.append((bases and R(bases), R(kwargs), [R(x) for x in kwargs.values()]))
        return Space()
    def __new__(meta, name, bases, space, **kwargs):
        cls = super().__new__(meta, name, bases, dict(space))
        seen.append(('new', R(cls) > 3, R(space), R(kwargs)))
        return cls
    def __init__(cls, name, bases, space, **kwargs):
        seen.append(('init', R(space), R(kwargs)))
    def __instancecheck__(cls, o):
        seen.append(('instance', R(o)))
        return True
    def __subclasscheck__(cls, o):
        seen.append(('subclass', R(o) > 3))
        return False
    def __getitem__(cls, k):
        return R(k)
    def __len__(cls):
        return 3

class Named:
    def __set_name__(self, owner, name):
        seen.append((name, R(self), R(owner) > 3))

class Base:
    def __init_subclass__(cls, *, held=None, **rest):
        seen.append(('sub', R(held), R(rest)))
    def __class_getitem__(cls, k):
        return R(k), R(cls) > 3

class Entry:
    def __mro_entries__(self, bases):
        seen.append(('entries', R(self), R(bases)))
        return (Base,)

def told(*what):
    print(*what, seen, R(v), R(entry))
    seen.clear()

seen, v, entry = [], [], Entry()
for i in range(2):
    class Made(metaclass=Meta, held=v):
        x = v
        y = magic
        n = Named()
        del x
    told(Made.y is v, Made[v], len(Made), R(Made.n))
    class Sub(Base, held=v):
        n = n2 = Named()
        f = lambda self: R(self)
    told(Sub[v], Sub().f(), R(Sub.n))
    class From(entry, held=entry):
        pass
    told(From.__bases__ == (Base,), R(From.__orig_bases__))
    told(isinstance(v, Made), issubclass(Sub, Made), isinstance(v, (Sub, Made)), type(v) is Made)
    del From
dynamic = type('Dynamic', (Base,), {'held': v, 'n': Named()}, held=v)
told(R(dynamic.held), R(dynamic), dynamic[v])
M = Meta('M', (), {'z': v}, held=v)
told(R(M.z), R(M))
try:
    class Bad(Base, held=v, metaclass=lambda *a, **k: (seen.append((R(a), R(k))), 5)[1]):
        pass
    told(Bad)
    class Worse(Base, v):
        pass
except TypeError as error:
    told(type(error).__name__, R(error))
