# Operators of dicts and views, of sets and of their views.
import sys

R = sys.getrefcount

class K:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 1
    def __eq__(self, other):
        seen.append((self.name, R(self), getattr(other, 'name', '?'), R(other)))
        return self.name == getattr(other, 'name', '?')

def told(*what):
    print(*what, seen, R(v))
    seen.clear()

seen, v = [], []
a, b, a2 = K('a'), K('b'), K('a')
d, e = {a: v}, {b: v}
seen.clear()
told(R((d | e)), R(a), R(b))
told(len(d | {a2: v}), R(a), R(a2))
d |= e
told(R(d), R(a), R(b))
d |= [(a2, v)]
told(R(a), R(a2), R(d))
told(d == {a2: v, b: v}, d != e, R(a2))
told(d.keys() & e.keys() == {b}, R(a), R(b))
told(len(d.keys() | [a2]), len(d.items() - e.items()), len(d.keys() ^ e.keys()))
told(R(d.keys()), R(d.keys().mapping), d.keys() >= e.keys(), d.keys().isdisjoint([a2]))
told((a, v) in d.items(), (a2, v) in d.items(), a2 in d.keys(), v in d.values(), R(a), R(a2))
s, t = {a, b}, {a2}
seen.clear()
told(len(s & t), len(s | t), len(s - t), len(s ^ t), R(a), R(a2))
told(s >= t, s > t, s == {a2, b}, s.issubset([a2, b]), R(s))
s &= t
told([k is a for k in s], R(a), R(a2))
s ^= [b, a2]
told([k.name for k in s], R(a), R(b))
s |= s
s -= {b}
told(len(s), R(b))
f = frozenset([a])
told(R(f), R(f | ()), R(f & f), R(f.copy()), R(frozenset(f)), R(f.union()), R(a))
told(dict.fromkeys([a, b], v).popitem()[0] is b, R(a), R(b))
told(d.setdefault(a2, 5) is v, d.pop(a2) is v, d.get(a2, v) is v, R(a), R(a2))
try:
    d | [(a, v)]
except TypeError as error:
    told(R(error), R(d))
del d, e, s, t, f
told(R(a), R(b), R(a2))
