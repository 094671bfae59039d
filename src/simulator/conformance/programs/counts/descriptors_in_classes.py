# Descriptors of every kind, on classes, metaclasses and instances, found, shadowed and called warm.
import sys
R = sys.getrefcount
class Data:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, o, kind=None):
        seen.append((R(self), o is None or R(o)))
        return self if o is None else o.__dict__.get(self.name, self)
    def __set__(self, o, value):
        seen.append((R(self), R(o), R(value)))
        o.__dict__[self.name] = value
    def __delete__(self, o):
        seen.append(('delete', R(self), R(o)))
        del o.__dict__[self.name]
class NonData:
    def __get__(self, o, kind):
        seen.append(('non', R(self), R(kind) > 3))
        return [self]
class Callable:
    def __get__(self, o, kind):
        return lambda x: (R(o) if o is not None else None, R(x))
    def __call__(self, x):
        return 'self', R(self), R(x)
class Meta(type):
    d = Data()
    n = NonData()
    @property
    def p(cls):
        return R(cls) > 3
class C(metaclass=Meta):
    data = Data()
    non = NonData()
    called = Callable()
    plain = staticmethod(lambda x: R(x))
    bound = classmethod(lambda cls, x: (R(cls) > 3, R(x)))
    built = len
    partial = property(lambda self: R(self))
class Shadow(C):
    non = None
    def __init__(self, v):
        self.called = v
def warm(o, v, times):
    for i in range(times):
        seen.clear()
        o.data = v
        a = o.data
        b = o.non
        got = R(a), b and R(b), o.plain(v), o.bound(v), o.partial, o.built([1]) if 0 else 0
        if type(o) is C:
            got += o.called(v)
        o.data = [v]
        del o.data, a, b
    return got, tuple(seen), R(o), R(v)
seen, v = [], []
for o in (C(), Shadow(v), C()):
    print(warm(o, v, 1), warm(o, v, 2), warm(o, v, 30))
print(C.data is C.__dict__['data'], R(C.data), R(C.__dict__['data']), R(C.non), C.called(v), C.plain(v), C.bound(v), C.p)
print(C.n[0] is Meta.__dict__['n'], C.d is Meta.__dict__['d'], seen[-3:])
o = C()
o.__dict__.update(non=v, data=v, called=v)
seen.clear()
print(o.non is v, o.data is v, o.called is v, seen, R(v), R(o.non))
vars(o).clear()
C.data, late = v, Data()
print(o.data is v, R(v), R(late))
C.late = late
try:
    o.late = v
except AttributeError as error:
    print(R(error), R(o), R(late), error.name, seen[-1])
del C.late, C.data
print(R(late), R(v), hasattr(o, 'late'))
print(late.__get__(None, C) is late, Data.__get__(late, None) is late, R(late), seen[-2:])
