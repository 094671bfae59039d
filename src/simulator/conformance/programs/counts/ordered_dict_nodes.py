# Each key of an OrderedDict is held by its table and by a node of its order.
import gc
import sys
import weakref
from collections import OrderedDict

R = sys.getrefcount
gc.collect()


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'k{self.n}'

    def __del__(self):
        print('del', self.n)


class Stubborn(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key, R(key), R(value))
        super().__setitem__(key, value)


a, b, c, v = Key(1), Key(2), Key(3), []
o = OrderedDict()
o[a] = v
o[Key(1)] = v
print(o, R(a), R(v))
o[b] = o[c] = v
print(sorted(map(repr, gc.get_referents(o))), R(a), R(b), R(c))
del o[Key(2)]
print(list(o), R(b), R(v))
print(o.pop(Key(9), v) is v, o.pop(Key(3)) is v, R(c), R(v))
o.update({b: v, c: v})
o.update([(Key(2), 5)], x=v)
print(o, R(a), R(b), R(c), R(v))
it = iter(o)
print(R(next(it)), R(a), R(b), R(o))
o.move_to_end('x', last=False)
try:
    next(it)
except RuntimeError as e:
    print(e, R(o), R(a), R(b))
pairs = iter(o.items())
first = next(pairs)
second = next(pairs)
print(first, second, first is second, R(first), R(a), R(v))
del first, second
print([p for p in pairs], R(pairs), R(o), R(a))
del pairs, it
s = Stubborn([(a, v), (b, v)])
print(R(a), R(b), R(v), s.setdefault(a, 3) is v, s | {c: v}, R(c))
r = weakref.ref(s)
s.me = s
del s
print(r() is None, gc.collect(), r(), R(a), R(b), R(v))
d = dict(o)
e = o.copy()
print(R(a), R(v), e == o, e == d, list(e) == list(d))
e.move_to_end(a)
print(e == o, e == d, R(a))
f = OrderedDict.fromkeys([a, b, c], v)
print(R(a), R(c), R(v), f)
print(f.popitem(), f.popitem(last=False), R(a), R(b), R(c), R(v))
for o in o, e, f:
    print(len(o), R(o))
    o.clear()
    print(R(a), R(b), R(c), R(v))
ring = OrderedDict()
ring[Key(7)] = ring
del ring
print(gc.collect())
o = OrderedDict([(Key(4), v), (Key(5), v)])
del o
print(R(v))
o = OrderedDict([('a', v)])
views = o.keys(), o.values(), o.items(), iter(o)
print([gc.is_tracked(view) for view in views], gc.collect(), R(o), R(v))
print([gc.get_referents(view) == [o] for view in views], R(o))
