# partialmethod, cached_property, partial and cache.
import functools
import sys

R = sys.getrefcount

class A:
    def m(self, x, y=None): return R(self), R(x), R(y) > 0
    p = functools.partialmethod(m, [], y=1)
    @functools.cached_property
    def c(self): return [R(self)]
a, v = A(), []
for i in range(3):
    print(a.p(), a.c, R(a.c), R(a), R(v))
@functools.cache
def f(x, k=None): return [x]
t = (v.__len__(), 'k' * len('ab'))
print(R(f(t)), R(f(t)), R(t), f.cache_info().hits)
f.cache_clear()
print(R(t))
@functools.lru_cache(maxsize=1)
def g(x): return v
g(1.5); g(t); g(2.5)
print(R(t), R(v), g.cache_info())
try:
    g(v)
except TypeError:
    print(R(v))
h = functools.partial(f, t, k=t)
print(R(t), R(h.args), R(h.keywords), h() == [t], R(t))
h = g.__wrapped__
print(h(1) is v, R(h), functools.reduce(lambda x, y: [R(x)], [v, v, v]), R(v))
