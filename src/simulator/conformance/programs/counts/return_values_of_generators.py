# What a generator returns goes to `yield from`, to StopIteration, or nowhere.
import sys

R = sys.getrefcount


def returns(x, n):
    for i in range(n):
        yield x
    return x


def passes(x, n):
    got = yield from returns(x, n)
    print('got', R(got), R(x))
    return got, [got]


v = []
for n in range(3):
    print(list(passes(v, n)), R(v))
g = passes(v, 1)
print(R(v), next(g) is v, R(v), R(g.gi_yieldfrom))
try:
    next(g)
except StopIteration as stop:
    print(R(stop), R(stop.value), R(stop.value[1]), R(v))
print(R(v), R(g), next(g, v) is v, R(v))


def lists(*parts):
    for part in parts:
        yield from part


g = lists([v, v], (v,), iter([v]))
print([R(x) for x in g], R(v))
g = lists([v], 5)
try:
    for x in g:
        print(R(x), R(g))
except TypeError as error:
    print(R(error), R(v), R(g))
del x


def cleanup(x):
    try:
        yield from returns(x, 5)
    finally:
        print('finally', R(x))


g = cleanup(v)
next(g)
print(R(v))
del g
print(R(v))
inner = returns(v, 5)
g = lists(inner)
next(g)
print(R(inner), R(v))
inner.close()
print(R(v), list(g), R(inner))
