# lru_cache, partial and reduce at their edges: calls that enter the key themselves, keys that refuse, copies.
import copy
from functools import lru_cache, partial, reduce, partialmethod, cmp_to_key
from sys import getrefcount as R

class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f'{type(e).__name__}: {e}'

depth = []
@lru_cache(maxsize=2)
def again(x):
    if not depth: depth.append(1); again(x)
    return b
print(again(a) is b, n(), again.cache_info()); again.cache_clear(); print(n(), again.cache_info())
class Key:
    def __init__(self): self.bad = False
    def __hash__(self): return 11
    def __eq__(self, other):
        if self.bad or other.bad: raise ValueError('no equality')
        return self is other
k, m = Key(), Key()
for size in (None, 1, 5):
    @lru_cache(maxsize=size)
    def cached(key, *rest):
        key.bad = len(rest) > 0
        return b
    print(size, cached(k) is b, tried(cached, m, a), tried(cached, k), n(), R(k), R(m)); m.bad = k.bad = False
    cached.cache_clear(); print(n(), R(k), R(m))
@lru_cache(maxsize=1)
def forgets(x): forgets.cache_clear(); return b
print(forgets(a) is b, forgets(b) is b, forgets(a) is b, n(), forgets.cache_info())
@lru_cache(maxsize=1)
def replaces(x):
    if x is a: replaces(b)
    return x
print(replaces(b) is b, replaces(a) is a, replaces(b) is b, n(), replaces.cache_info()); replaces.cache_clear()
r = R(replaces); twin = copy.copy(replaces); deep = copy.deepcopy(replaces); print(twin is replaces, deep is replaces, R(replaces) - r)
@lru_cache(maxsize=3000)
def wide(x): return x
print(wide(a) is a, wide.cache_info(), wide.cache_parameters()['maxsize'], n()); wide.cache_clear(); print(n())

p = partial(print, a, end=b)
f, args, state = p.__reduce__(); print(f, args, len(state), n()); del f, args, state
q = copy.copy(p); print(q.args == p.args, q.keywords == p.keywords, n()); del q; print(n())
p.extra = a; q = copy.copy(p); print(q.extra is a, n()); del p, q; print(n())
print(tried(partial, 5), tried(partial), tried(lambda: partial(print).__setstate__((1, 2))), n())
p = partial(Item); p.__setstate__((dict, (), {'k': a}, None)); print(p(), n()); del p; print(n())
def refuses(*args, **kw): raise KeyError(len(args) + len(kw))
print(tried(partial(refuses, a, x=b), b), tried(partial(refuses, a)), n())
class C:
    def method(self, *args): return len(args)
    bound = partialmethod(method, a, b)
    static = staticmethod(partial(max, 1))
c = C(); print(c.bound(), c.bound(a), C.bound(c), c.static(2), R(c), n())

def stops():
    yield 1000
    yield 2000
    raise KeyError('enough')
print(tried(reduce, lambda x, y: x + y, stops()), tried(reduce, lambda x, y: x + y, stops(), 5000), tried(reduce, max, []))
kept = []
def keeps(*args): kept.append(args); return args[0]
print(reduce(keeps, [a, b, a, b]) is a, len(kept), n()); kept.clear(); print(n())
print(reduce(lambda x, y: y, [a, b, a]) is a, reduce(lambda x, y: x, [], b) is b, n())
K = cmp_to_key(lambda x, y: x if isinstance(x, str) else 0)
print(tried(lambda: K('x') < K('y')), K(a) == K(b), tried(lambda: K(a) < 5), n())
class Answer:
    def __lt__(self, other): return True
K = cmp_to_key(lambda x, y: Answer()); print(K(a) < K(b), n())
