# Deques and defaultdicts at their edges: nothing fits, halves differ, something is refused, and rings through factories.
import copy, gc
from collections import deque, defaultdict, Counter, namedtuple
from sys import getrefcount as R

class Item: pass
a, b = Item(), Item()
n = lambda: (R(a), R(b))
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f'{type(e).__name__}: {e}'

none = deque(maxlen=0); none.extend([a, b]); none.extendleft([a, b]); none.append(a); none += [b]; print(len(none), n())
print(deque([a, b]) == deque([a]), deque([a]) < deque([a, b]), deque([a, b]) > deque([a]), deque([a]) != deque([a]), n())
print(tried(lambda: deque([a, b]) < deque([b, a])), n())
class D(deque): pass
d = D([a, b], 5000); e = d.copy(); f = copy.copy(d); print(type(e).__name__, e.maxlen, f.maxlen, len(f), n()); del d, e, f
d = deque([a]); d.insert(-7, b); d.insert(0, b); d.insert(9, a); d.insert(1, a); print([x is a for x in d], n())
d[0] = a; d[-1] = b; print([x is a for x in d], n())
d *= 2; print(len(d), n()); d *= 0; print(len(d), n()); d += [a]; print(len(d + deque([b])), len(d * 3), n())
c, args, state, it = deque([a], 3000).__reduce__(); print(c, args, state, n()); del it
c, args, state, it = D([a]).__reduce__(); print(args, state, n()); del it
def stops():
    yield a
    raise KeyError('enough')
print(tried(deque, stops()), tried(d.extend, stops()), len(d), n())
print(tried(lambda: d + [a]), tried(lambda: d * 'x'), tried(d.remove, b)[:11], tried(d.index, b)[:11], n()); d.clear(); print(n())

made = []
def factory(): made.append(Item()); return made[-1]
dd = defaultdict(factory)
print(tried(dd.__missing__, []), [R(i) for i in made], len(dd))
class F1: pass
class F2: pass
dd.__init__(F1); print(R(F1), R(F2)); dd.__init__(F2); print(R(F1), R(F2)); x = dd['k']; print(type(x).__name__, R(x), R(F2))
dd.default_factory = F1; print(R(F1), R(F2)); dd.default_factory = None; print(R(F1))
print(tried(lambda: dd | 5), tried(lambda: 5 | dd), tried(lambda: dd | [a]), n())
class Key:
    def __init__(self, bad): self.bad = bad
    def __hash__(self): return 7
    def __eq__(self, other):
        if self.bad or other.bad: raise ValueError('no equality')
        return self is other
k, m = Key(False), Key(True)
left, right = defaultdict(F1, {k: a}), {m: b}
print(tried(lambda: left | right), tried(lambda: right | left), tried(lambda: left.update(right)), n(), R(k), R(m))
r = left.__reduce__(); print(r[0], len(r[1]), r[2:4], n()); del r
r = defaultdict(None, {k: a}).__reduce__(); print(r[1], n()); del r
class DD(defaultdict):
    def items(self): return 5
print(tried(DD(F1, {k: a}).__reduce__), n(), R(F1))
del left, right; gc.collect()
ring = defaultdict(None); ring['a'] = a; ring.default_factory = ring.get; del ring; print(n()); gc.collect(); print(n())

big = Counter({'x': 5000, 'y': 6000}); big.update('xyz'); print(big)
class C(Counter):
    def get(self, key, default=None): return Counter.get(self, key, default)
other = C({'x': 5000}); other.update('xxz'); print(sorted(other.items()))
class G(Counter):
    def get(self, key, default=None): raise KeyError(key)
print(tried(lambda: G().update('x')), tried(lambda: Counter([[]])), tried(lambda: Counter(stops())), n())
P = namedtuple('P', 'xray yank')
field = P.__dict__['xray']; print(repr(field), field.__reduce__(), field.__doc__, R(type(field)) > 2)
again = copy.copy(field); print(type(again) is type(field), again.__doc__); p = P(a, b); print(p.xray is a, n(), tried(field.__get__, 5))
