import sys, collections
from collections import namedtuple, Counter, OrderedDict, ChainMap, UserDict, UserList, UserString, deque, defaultdict
import collections.abc
rc = sys.getrefcount
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
P = namedtuple('P', 'x y', defaults=[5])
p = P(1); q = P(x=2, y=3); print(p, q, p.x, q[1], p._fields, P._field_defaults, p._asdict(), p._replace(y=9), P._make([7, 8]), sys.getsizeof(p), p == (1, 5), hash(p) == hash((1, 5)))
x, y = q; print(x, y, P.__doc__, P.x.__doc__, P.__name__, P.__module__, P.__mro__)
o = object(); p = P(o, o); print(rc(o)); del p; print(rc(o))
err(lambda: P()); err(lambda: P(1, 2, 3)); err(lambda: P(1, z=2)); err(lambda: namedtuple('A', 'def')); err(lambda: namedtuple('A', 'a a')); err(lambda: namedtuple('A', '_a')); err(lambda: setattr(q, 'x', 1)); err(lambda: q._replace(w=1)); print(namedtuple('A', 'a def a', rename=True)._fields)
match q:
    case P(x, y): print('matched', x, y)
c = Counter('abracadabra'); print(c, c['a'], c['z'], c.most_common(2), sorted(c.elements())[:4], c.total(), len(c))
c.update('aaa'); c.subtract(['b', 'b', 'b']); print(c, +c, -c); print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2)); print(Counter(), Counter({'a': 2}) == Counter('aa'), Counter(a=1) <= Counter(a=2), c.copy() == c); del c['nope']; err(lambda: Counter.fromkeys('ab'))
d = OrderedDict(a=1, b=2, c=3); d.move_to_end('a'); print(d, list(d), d.popitem(last=False), d); d.move_to_end('a', last=False); print(d, d == {'c': 3, 'a': 1}, d == OrderedDict(c=3, a=1), OrderedDict(), list(reversed(d)))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m['a'], m['b'], len(m), list(m), dict(m), m.maps); m['c'] = 9; print(m, m.new_child({'z': 0}), m.parents, 'b' in m); err(lambda: m['q'])
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = U(a=1); u['b'] = 5; print(u, u.data, len(u), 'a' in u, u.get('z', 0)); err(lambda: u['nope'])
l = UserList([3, 1, 2]); l.sort(); l.append(9); print(l, l[0], l[1:], l + [4], len(l), l == [1, 2, 3, 9])
s = UserString('abc'); print(s, s + 'd', s.upper(), len(s), 'a' in s)
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance((), collections.abc.Hashable), isinstance([], collections.abc.Hashable), issubclass(dict, collections.abc.MutableMapping), isinstance(iter([]), collections.abc.Iterator), isinstance(deque(), collections.abc.MutableSequence), isinstance(5, collections.abc.Iterable), callable(len), isinstance(len, collections.abc.Callable))
class Seq(collections.abc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
q = Seq(1, 2, 3); print(list(q), 2 in q, q.index(3), q.count(1), list(reversed(q)))
err(lambda: collections.abc.Sequence()); err(lambda: collections.abc.Mapping())
class MM(collections.abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
z = MM(); z.update(a=1, b=2); print(dict(z), z.pop('a'), z.setdefault('c', 3), list(z.items()), list(z.keys()), z == {'b': 2, 'c': 3}); z.clear(); print(len(z))
