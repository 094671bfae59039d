# What a cache holds: arguments as keys, results as values, and what falls out.
from functools import cache, lru_cache
import sys

R = sys.getrefcount


class Arg:
    pass


@lru_cache(maxsize=2)
def pair(x, y=None):
    return [x, y]


@cache
def single(x):
    return R(x)


a, b, c = Arg(), Arg(), Arg()
r = pair(a)
print(R(a), R(r), pair(a) is r, R(a), R(r))
s = pair(b, y=c)
print(R(a), R(b), R(c), R(s), pair.cache_info().currsize)
t = pair(c)
print(R(a), R(r), R(c), R(t), pair.cache_info())
del r
print(R(a))
pair.cache_clear()
print(R(b), R(c), R(s), R(t))
for i in range(2):
    print(single(a), R(a))
for wrong in (lambda: pair([a]), lambda: single(), lambda: single({}), lambda: pair(a, z=b)):
    try:
        wrong()
    except TypeError as error:
        print(R(error), R(a), R(b))


@lru_cache(maxsize=0)
def nothing(x):
    return R(x)


@lru_cache(typed=True)
def fails(x):
    raise KeyError(x)


print(nothing(a), nothing(a), R(a))
try:
    fails(a)
except KeyError as error:
    print(R(a), R(error))
print(R(a), fails.cache_info(), pair.__wrapped__(a)[0] is a, R(a), R(pair.__wrapped__))
single.cache_clear()
print(R(a))
