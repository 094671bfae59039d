# A cache holds arguments and results until it is cleared.
from functools import cache, lru_cache
import sys

R = sys.getrefcount

class K:
    pass
k, v = K(), []
@lru_cache(maxsize=2)
def f(x):
    print('called', R(x))
    return v
print(f(k) is v, R(k), R(v))
print(f(k) is v, R(k), R(v), R(f(k)))
f(K()); f(K()); print(R(k), R(v))
f.cache_clear(); print(R(k), R(v))
@cache
def g(x, y=None):
    return [x]
print(R(g(k)), R(k), R(g(k, y=v)), R(k), R(v))
g.cache_clear(); print(R(k), R(v))
