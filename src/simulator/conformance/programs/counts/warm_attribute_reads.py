# Attributes read again and again: of an instance, of slots, of a class, of a module, through a property and a descriptor.
import sys
import types

R = sys.getrefcount

class Shown:
    def __get__(self, o, kind):
        return R(self), 0 if o is None else R(o), R(kind) > 0

class A:
    shared = []
    shown = Shown()
    def __init__(self, v):
        self.own = v
    @property
    def counted(self):
        return R(self)

class Slim:
    __slots__ = ('own',)
    def __init__(self, v):
        self.own = v

class Lazy:
    def __getattr__(self, name):
        return R(self), name

def read(o, warm):
    seen = []
    for i in range(warm):
        x = o.own
        seen.append(R(x))
        if type(o) is A:
            y = o.shared
            seen[-1] = seen[-1], R(y), R(o.shared), o.counted, o.shown, R(o)
    return seen[0], seen[1], seen[-1]

def module(m, warm):
    for i in range(warm):
        seen = R(m.own), R(m)
    return seen

v, m = [], types.ModuleType('m')
m.own = v
for kind in (A, Slim, A, Slim):
    print(read(kind(v), 30), R(v))
print(module(m, 1), module(m, 30), module(A(v), 3))
lazy = Lazy()
for i in range(20):
    got = lazy.other
print(got, R(lazy), Lazy().thing)
for i in range(20):
    got = R(A.shared), A.shown, R(A.counted)
print(got, R(A.shared), R(v))
