# Dicts, sets, lists and their views while comparing, hashing or calling back fails; what was found or made is let go.
import gc, copy
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: e.__traceback__ = None; return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
class Key:
    def __init__(self, name): self.name, self.bad = name, False
    def __hash__(self): return 7
    def __eq__(self, other):
        if self.bad or getattr(other, 'bad', False): raise ValueError('no equality')
        return self is other
    def __repr__(self):
        if self.bad: raise ValueError('no text')
        return self.name
k, m = Key('k'), Key('m')
kn = lambda: (R(k), R(m))
def both(f):
    print(kind(tried(f)), end=' '); m.bad = True; print(kind(tried(f)), end='; '); m.bad = False
def kind(x): return x if isinstance(x, (str, bool)) else type(x).__name__
d, e, s, t = {k: a}, {m: b}, {k}, {m}
for f in (lambda: d | e, lambda: d.update(e), lambda: {**d, **e}, lambda: d.get(m), lambda: d.pop(m, None), lambda: d.setdefault(m, b), lambda: m in d, lambda: d.__contains__(m), lambda: dict([(k, a), (m, b)]), lambda: dict.fromkeys([k, m], a), lambda: dict.fromkeys({k, m}, b), lambda: dict.fromkeys({k: 1, m: 2}, a), lambda: d == e, lambda: d.copy().update([(m, a)]), lambda: d.keys() | e.keys(), lambda: d.keys() & e.keys(), lambda: d.keys() - e.keys(), lambda: d.keys() ^ e.keys(), lambda: d.items() | e.items(), lambda: d.items() & [(m, b)], lambda: d.keys() | [m], lambda: d.keys() & [m, k], lambda: d.keys().isdisjoint(e), lambda: (k, a) in d.items(), lambda: (m, a) in d.items(), lambda: d.keys() == e.keys(), lambda: d.keys() < e.keys(), lambda: repr(d.keys()), lambda: repr(e.items()), lambda: repr(e.values()), lambda: repr(e),
          lambda: s | t, lambda: s & t, lambda: s - t, lambda: s ^ t, lambda: s.union([m]), lambda: s.intersection([m]), lambda: s.difference([m]), lambda: s.difference([k], [m]), lambda: s.symmetric_difference([m]), lambda: s.symmetric_difference({m: 1}), lambda: s.difference({m: 1}), lambda: s.copy().update(t), lambda: s.copy().symmetric_difference_update({m: a}), lambda: s.issubset([m]), lambda: s.issuperset([m]), lambda: s.isdisjoint([m]), lambda: m in s, lambda: s.copy().add(m), lambda: s.copy().discard(m), lambda: s.copy().remove(m), lambda: set([k, m]), lambda: frozenset([k, m]), lambda: frozenset(s) | t, lambda: {frozenset([k])} == {frozenset([m])}, lambda: s == t, lambda: s <= t, lambda: {k, m}, lambda: repr({m}), lambda: {x for x in (k, m)}, lambda: {x: a for x in (k, m)}, lambda: set(s) in [t],
          lambda: [k].index(m), lambda: [k].count(m), lambda: m in [k], lambda: [k].copy().remove(m), lambda: [k] == [m], lambda: [k] < [m], lambda: (k,) == (m,), lambda: (k,).index(m), lambda: sorted([k, m]), lambda: sorted([k, m], key=hash), lambda: sorted([k, m, k], key=repr), lambda: min([m, k], key=repr), lambda: repr([m]), lambda: repr((m,)), lambda: str({'x': m}), lambda: [m, k].sort(key=lambda x: x.name) is None, lambda: [k, m].sort(key=lambda x: 1 // (x is k))):
    both(f)
    d.pop(m, None) if not m.bad else None
del f; gc.collect(); print(); print(n(), kn())
class Set2(set): pass
s2 = Set2([1, 5000]); print({1} in [s2], tried(s2.__contains__, {1}), tried(s2.remove, {1}), tried(s2.discard, {1}), tried(hash, s2), tried(s2.remove, [a]), n())
bad = [k, m]; m.bad = True; print(tried(bad.index, 5), tried(bad.remove, 5), tried(frozenset, [m, k]), tried(repr, {'k': bad}.items())); m.bad = False; del bad; print(kn())
l = [a, b]; print(tried(l.__setitem__, slice(0, 1), 5), tried(l.__setitem__, slice(0, 2, 2), [1, 2]), tried(l.extend, 5), tried(l.insert, 'x', a), tried(l.pop, 'x'), tried(l.pop, 5), tried(l.__imul__, 'x'), tried(l.__iadd__, 5), tried(l.index, 5), tried(l.__delitem__, slice(a, b)), tried(l.__getitem__, a), n())
l[:] = l; l[1:1] = l; print(len(l), n()); l[::2] = [b, b]; print(n()); del l[::2]; print(n()); l *= 3; del l[1:]; print(n()); l.clear(); print(n())
def stops():
    yield a
    yield b
    raise KeyError('enough')
for make in (list, tuple, set, frozenset, dict, bytes, bytearray, ''.join, sorted, sum, max, any, all, lambda x: [*x], lambda x: (*x,), lambda x: {*x}, lambda x: [].extend(x), lambda x: {}.update(x), lambda x: dict.fromkeys(x), lambda x: set().update(x), lambda x: zip(x, x).__next__(), lambda x: [y for y in x], lambda x: list(map(str, x)), lambda x: a in x and 5 in x, lambda x: dict(zip(x, x)), lambda x: list(enumerate(x, 5000)), lambda x: [0, 0].__setitem__(slice(None), x)): print(kind(tried(make, stops())), n(), end='; ')
print(); print(tried(dict, [5]), tried(dict, [(1,)]), tried(dict, [(1, 2, 3)]), tried(dict, 5), tried(dict, a), tried(dict.fromkeys, 5), tried({}.update, [a]), tried({}.update, 5), tried({}.pop, 1), tried({}.popitem), tried({}.__delitem__, a), tried({}.__getitem__, [a]), tried({}.__setitem__, [a], b), tried({}.setdefault, [a], b), tried(set().add, [a]), tried(set, [[a]]), tried(lambda: {[a]: b}), tried(lambda: {[a]}), n())
d = {i: a for i in range(3)}; it = iter(d.items()); first = next(it); d[5] = b; print(tried(next, it), first[1] is a, n()); del it, first; it = iter(d.values()); next(it); d.clear(); print(tried(next, it), n()); del it
big = {5000 + i: (a, i) for i in range(4)}; items = big.items(); p = next(iter(items)); print(p in items, (5000, (a, 0)) in items, (5000, b) in items, 5 in items, (1, 2, 3) in items, ([a], b) in items if False else tried(items.__contains__, ([a], b)), n()); rev = [x for x in reversed(items)]; print(len(rev), n()); del rev, p, items, big; gc.collect(); print(n())
x = [a]; x.append(x); y = {'k': x}; z = (x, y); x.append(z); print(repr(z), n()); del x, y, z; gc.collect(); print(n())
mv = memoryview(b'abc'); print(tried(mv.index, 5) if hasattr(mv, 'index') else '', a in mv, 98 in mv, tried(lambda: mv['x']), tried(memoryview, a), mv == b'abc', mv != [a], list(mv), n()); del mv
for o in (b'ab cd', bytearray(b'ab cd'), 'ab cd'): print([len(x) for x in o.split()], [len(x) for x in o.rsplit(None, 1)], [len(x) for x in o.partition(type(o)(b' ') if not isinstance(o, str) else ' ')], tried(o.split, a), tried(o.replace, a, b), tried(o.find, a), tried(o.startswith, (a,)), tried(o.strip, a), tried(o.join, [a]), tried(o.count, a), o * 1 == o, tried(lambda: o * a), tried(o.center, 'x'), end='; ')
del o; print(n())
