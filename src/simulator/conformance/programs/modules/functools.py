import functools, sys
from functools import lru_cache, cache, wraps, partial, reduce, total_ordering, cached_property, singledispatch, cmp_to_key
rc = sys.getrefcount
class X:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'X{self.n}'
    def __del__(self): print('del', self.n)
@lru_cache(maxsize=2)
def f(x):
    "doc of f"
    print('call', x)
    return x * 2
print(f(1), f(2), f(1), f(3), f(2), f.cache_info(), f.cache_parameters())
f.cache_clear(); print(f.cache_info(), f.__name__, f.__doc__, f.__wrapped__.__name__, sys.getsizeof(f))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
@lru_cache
def g(*a, **k): return X(a[0])
x = g(1, k=2); print(rc(x)); g(1, k=2); print(rc(x), g.cache_info()); g.cache_clear(); print(rc(x)); del x
@lru_cache(maxsize=1)
def h(o): return [o]
o = X(7); r = h(o); print(rc(o), rc(r)); h(5); print(rc(o), rc(r)); del r, o
@lru_cache(typed=True)
def t(a): return a
print(t(1), t(1.0), t(True), t.cache_info())
class M:
    @lru_cache(maxsize=None)
    def m(self, a): return a
m = M(); m.m(1); m.m(1); print(M.m.cache_info(), rc(m))
def deco(fn):
    @wraps(fn)
    def inner(*a):
        "inner doc"
        return fn(*a)
    return inner
@deco
def k(a, b=1):
    "k doc"
    return a
print(k.__name__, k.__doc__, k.__wrapped__, k(3)) if False else print(k.__name__, k.__doc__, k(3), k.__qualname__)
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), V(1) < V(2), sorted([V(3), V(1)])[0].v)
class Cp:
    @cached_property
    def data(self): print('computing'); return [1, 2]
c = Cp(); print(c.data, c.data, c.__dict__, rc(c.data))
@singledispatch
def show(a): return 'object'
@show.register
def _(a: int): return 'int'
@show.register(list)
def _(a): return 'list'
print(show(1), show('s'), show([1]), show(True), show.dispatch(bool) is show.dispatch(int))
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
err(lambda: f()); err(lambda: f([])); err(lambda: lru_cache('a')); err(lambda: show()); err(lambda: total_ordering(type('E', (), {})))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES, reduce(lambda a, b: a + b, [1, 2, 3]))
