# Attributes in slots: read, stored, deleted and inherited, first and when warm, and beside a __dict__.
import sys
R = sys.getrefcount
class Slim:
    __slots__ = ('a', 'b')
    def __init__(self, a, b=None):
        self.a = a
        if b is not None:
            self.b = b
    def both(self):
        return R(self.a), R(self.b), R(self)
class Sub(Slim):
    __slots__ = ('c',)
    def all(self):
        self.c = self.a
        return super().both(), R(self.c)
class Open(Slim):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = self.a
class Noisy:
    __slots__ = ('name', 'held')
    def __init__(self, name, held):
        self.name, self.held = name, held
    def __del__(self):
        seen.append((self.name, R(self), R(self.held)))
def warm(o, v, w, times):
    for i in range(times):
        o.a = v
        o.b = w
        x, y = o.a, o.b
        o.a, o.b = o.b, o.a
        got = R(x), R(y), R(o.a), o.both(), R(o)
        del o.b
        try:
            o.b
        except AttributeError as error:
            got += R(error), R(o), error.name
        o.b = v
        o.a = []
    return got
def replace(o, times):
    for i in range(times):
        seen.clear()
        o.a = Noisy('first', o)
        o.a = Noisy('second', o)
        o.b = Noisy('third', o.a)
        del o.b
    return tuple(seen), R(o), R(o.a)
seen, v, w = [], [], {}
for kind in (Slim, Sub, Open, Slim):
    o = kind(v, w)
    print(kind.__name__, o.both(), warm(o, v, w, 1), warm(o, v, w, 30), R(v), R(w))
    print(replace(o, 1), replace(o, 30), R(v))
    o.a = v
s = Sub(v, w)
for i in range(20):
    got = s.all()
print(got, R(s), R(v))
print(Slim.a.__get__(s) is v, R(Slim.a), R(v), Slim.__dict__['a'].__set__(s, w), R(w))
o = Open(v)
print(R(o.extra), R(o.__dict__), R(v))
o.__dict__ = {'extra': w}
print(R(o.extra), R(o.a), R(o.__dict__))
for act in (lambda: setattr(s, 'zz', v), lambda: s.missing, lambda: Slim(v).b, lambda: delattr(Slim(v), 'b')):
    try:
        act()
    except AttributeError as error:
        print(error, R(error), R(s), R(v))
s.a = s
s.a = s.b = s.c = None
print(R(s), R(v), R(w))
