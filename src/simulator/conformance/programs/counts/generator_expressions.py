# The first iterable is taken at once, the rest when asked.
import sys

R = sys.getrefcount

a, b = [], []
v = [a, b]
g = (x for x in v)
print(R(v), R(g), R(a))
print(next(g) is a, R(a), R(v))
print([R(x) for x in g], R(b), R(v))
g = ((x, y) for x in v for y in v)
print(R(v), R(next(g)), R(a), R(v))
del g
print(R(v), R(a))
print(sum(R(x) for x in v), max(R(x) for x in v), sorted(R(x) for x in v), tuple(R(x) for x in v))
def f(p):
    print(R(p), R(next(x for x in [p])), all(R(p) for x in p), list(R(p) for x in (1, 2)))
f(v)
