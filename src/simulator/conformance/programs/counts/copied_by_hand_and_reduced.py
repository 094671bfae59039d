# __reduce__ and its kin, ranges and slices of big numbers: what is packed, hashed, compared and counted on the way.
import copy, gc
from sys import getrefcount as R
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
B, C = 10 ** 20, 10 ** 20 + 7
m = lambda: (R(B), R(C))
r = range(B, C); print(m(), r.start is B, r.stop is C, len(r), r.index(B + 3), r.count(B + 3), B + 3 in r, 'x' in r, a in r, m())
print(tried(r.index, 5), tried(r.index, a), tried(r.index, B + 100), r.count(a), r[B - B + 2] - B, tried(lambda: r[B]), r[-1] - B, m())
c, args = r.__reduce__(); print(c, args[0] is B, args[1] is C, m()); del args; print(m(), hash(r) == hash(range(B, C)), r == range(B, C), r != range(B, C, 2), r == range(5), hash(range(0)) == hash(range(5, 5)), hash(range(B, B + 1)) == hash(range(B, B + 1, 5)), m())
it = iter(r); print(iter(it) is it, next(it) is B, m(), it.__length_hint__(), next(it) - B, [x - B for x in it], m()); print(tried(next, it), it.__length_hint__()); del it; print(m())
it = reversed(r); print(next(it) - B, next(it) - B, it.__length_hint__(), m()); del it; print(m())
for bad in ((B, 'x'), ('x', C), (B, C, 'x'), (B, C, 0), (B, C, a), (a,)): print(tried(range, *bad), m(), end='; ')
class Index:
    def __index__(self): return B
print(range(Index(), C).start is B, m(), range(Index())[-1] == B - 1, tried(lambda: [1, 2][Index()]), tried(lambda: 'xy' * Index()), tried(lambda: bytes(Index())), m())
print(list(range(B, B - 3, -1)) == [B, B - 1, B - 2], sorted(range(C, B, -3)) == [B + 1, B + 4, B + 7], sum(range(B, B + 3)) - 3 * B, max(range(B, C)) - B, m())
s = slice(B, C, a); print(s.start is B, s.step is a, m(), n(), R(s)); c, args = s.__reduce__(); print(c, args[2] is a, m(), n()); del args; print(m(), n(), s == slice(B, C, a), s == slice(B, C, b), s != s, tried(lambda: s < slice(B, C, b)), slice(B) < slice(C), slice(1) == 5, s == s, m(), n())
print(tried(hash, slice(B, C)) == tried(hash, slice(B, C)), tried(hash, slice([], C))[:20], slice(B, C).indices(5), slice(None, None, -1).indices(C)[0] - B, tried(slice(1, 2).indices, -1), tried(slice(a).indices, 5), tried(slice(1, 2).indices, a), m()); del s; print(m(), n())
u = copy.copy(slice(B, [a])); print(u.stop[0] is a, n(), m()); d = copy.deepcopy(slice(B, [B])); print(d.stop == [B], m()); del u, d; print(n(), m())
class Plain: pass
class Slots: __slots__ = ('x', 'y')
class Both(Slots): __slots__ = ('z', '__dict__')
class New:
    def __getnewargs__(self): return (a,)
    def __new__(cls, *args): o = object.__new__(cls); o.args = args; return o
class NewEx(New):
    def __getnewargs_ex__(self): return (a, b), {'k': a}
    def __new__(cls, *args, **kw): o = object.__new__(cls); o.got = args, kw; return o
class L(list): pass
class Di(dict): pass
class State(Plain):
    def __getstate__(self): return [a]
    def __setstate__(self, state): self.state = state
class Bad1:
    def __getnewargs__(self): return 5
class Bad2:
    def __getnewargs_ex__(self): return 5
class Bad3:
    def __getnewargs_ex__(self): return (5, 6)
class Bad4:
    def __getnewargs_ex__(self): return (1,)
class Bad5:
    def __getstate__(self): raise ValueError('no state')
class Bad6:
    def __reduce_ex__(self, p): return 5
class Bad7:
    def __reduce__(self): return (5, 6)
class Bad8(dict):
    def items(self): return 5
class Bad9:
    def __reduce__(self): raise KeyError('r')
class Bad10(Slots):
    def __getattribute__(self, name):
        if name == 'y': raise ValueError('y')
        return object.__getattribute__(self, name)
for cls in (Plain, Slots, Both, New, NewEx, L, Di, State, Bad1, Bad2, Bad3, Bad4, Bad5, Bad6, Bad7, Bad8, Bad9, Bad10):
    o = cls()
    for name, v in (('x', a), ('y', b), ('z', a), ('w', b)): tried(setattr, o, name, v)
    if cls is L: o += [a, b]
    if isinstance(o, dict): o['k'] = a
    for proto in (2, 4):
        got = tried(o.__reduce_ex__, proto); print(cls.__name__, got if isinstance(got, str) else type(got).__name__, n(), end='; '); del got
    got = tried(copy.copy, o); print(got if isinstance(got, str) else type(got) is cls, n(), end='; '); del got
    got = tried(copy.deepcopy, o); print(got if isinstance(got, str) else type(got) is cls, n()); del got, o
gc.collect(); print(n())
