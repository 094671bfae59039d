# Abstract classes: caches hold classes weakly; hooks, registered classes, abstract properties, isinstance in warm code.
import abc
import collections.abc
import sys
R = sys.getrefcount
class Base(abc.ABC):
    @abc.abstractmethod
    def m(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    def __subclasshook__(cls, other):
        seen.append((R(other) if other.__module__ == '__main__' else '', cls is Base))
        return True if hasattr(other, 'hooked') else NotImplemented
class Real(Base):
    def m(self):
        return super().m(), R(self)
    @property
    def p(self):
        return R(self)
class Hooked:
    hooked = True
class Registered:
    pass
class Seq(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items
    def __getitem__(self, i):
        seen.append(R(self))
        return self.items[i]
    def __len__(self):
        seen.append(('len', R(self)))
        return len(self.items)
class Map(collections.abc.MutableMapping):
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        seen.append(R(self))
        return self.d[k]
    def __setitem__(self, k, v):
        seen.append((R(self), R(v)))
        self.d[k] = v
    def __delitem__(self, k):
        seen.append(R(self))
        del self.d[k]
    def __iter__(self):
        return iter(self.d)
    def __len__(self):
        return len(self.d)
def told(*what):
    print(*what, seen, R(v), R(k))
    seen.clear()
def asked(o, kinds, warm):
    for i in range(warm):
        got = [isinstance(o, kind) for kind in kinds]
    return got, R(o)
seen, v, k = [], [], ''.join(['ke', 'y'])
told(Real().m(), Real().p, R(Real) > 3)
Base.register(Registered)
for o in (Real(), Hooked(), Registered(), v):
    told(asked(o, (Base, abc.ABC, collections.abc.Sized), 1), asked(o, (Base, collections.abc.Iterable), 30))
try:
    Base()
except TypeError as error:
    told(R(error))
s = Seq(v, k, v)
told(s.index(k), s.count(v), v in s, [R(x) for x in s], R(s))
told([R(x) for x in reversed(s)], R(s), R(iter(s)))
m = Map()
m[k] = v
m.update({k: v}, z=v)
for i in range(20):
    got = m.get(k), k in m
seen[:-2] = []
told(R(m), len(got))
told(m.setdefault('y', v) is v, m.pop('y') is v, k in m, R(m))
told([R(x) for x in m.values()], len(m.items()), (k, v) in m.items(), R(m.keys()), m == {k: v, 'z': v}, R(m))
told(m.popitem()[1] is v, R(m.d))
m.clear()
told(len(m), R(m))
