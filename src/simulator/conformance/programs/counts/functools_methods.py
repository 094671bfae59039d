# partialmethod, total_ordering, cmp_to_key, cached_property, reduce, wraps and Placeholder's absence.
import functools
import sys

R = sys.getrefcount

@functools.total_ordering
class T:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        seen.append(('eq', R(self), R(other)))
        return self.n == other.n
    def __lt__(self, other):
        seen.append(('lt', R(self), R(other)))
        return self.n < other.n
    __hash__ = None

class P:
    def base(self, *args, **kwargs):
        return R(self), [R(x) for x in args], [R(x) for x in kwargs.values()]
    def __init__(self, v):
        self.v = v
    @functools.cached_property
    def cached(self):
        seen.append(R(self))
        return [self.v]

def compare(x, y):
    seen.append((R(x), R(y)))
    return len(x) - len(y)

def deco(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        seen.append((R(args), R(kwargs)))
        return f(*args, **kwargs)
    return inner

@deco
def wrapped(x, y=None):
    return R(x)

@deco
@deco
def twice(x):
    return R(x)

def told(*what):
    print(*what, seen, R(v), R(w), R(a))
    seen.clear()

seen, v, w, a = [], [], [1], T(1)
P.part = functools.partialmethod(P.base, v, k=w)
P.more = functools.partialmethod(P.part, w)
told(a < T(2), a <= T(1), a > T(2), a >= a, a != T(1))
p = P(v)
for i in range(3):
    told(p.part(), p.part(w), p.more(v), P.part(p), R(p))
bound = p.part
told(R(bound), R(p), bound(v))
del bound
told(R(p.cached), R(p.cached), R(p.cached[0]), R(p))
key = functools.cmp_to_key(compare)
told(R(key), R(key(v)), key(v) < key(w), key(v) == key(w), R(key(v).obj), len(sorted([w, v, w], key=key)), max([v, w], key=key) is w)
for i in range(3):
    told(wrapped(v), wrapped(v, y=w), wrapped(*[v]), twice(v), R(wrapped), R(wrapped.__wrapped__))
told(functools.reduce(lambda x, y: (seen.append((R(x), R(y))), y)[1], [v, w, v], w) is v)
f = functools.partial(wrapped, v)
told(f(), f(w), f(y=w), R(f), R(f.args), R(f.keywords), R(functools.partial(f, y=w)), functools.partial(f).func is wrapped)
g = functools.partial(P.base, p)
told(g(v), g(k=w), R(g), R(p))
@functools.lru_cache(maxsize=2)
def remembered(x, *rest, **more):
    seen.append((R(x), R(rest) if rest else 0, R(more)))
    return [x]
t = ''.join(['te', 'xt'])
told(R(remembered(t)), R(remembered(t)), R(remembered(t, 5.5)), R(remembered(x=t)), R(t), remembered.cache_info().hits)
remembered.cache_clear()
told(R(t))
