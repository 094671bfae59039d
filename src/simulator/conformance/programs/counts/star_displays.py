# `*` and `**` in displays, calls, subscripts, returns and assignments.
import sys

R = sys.getrefcount

class Source:
    def __init__(self, *items):
        self.items = items
    def __iter__(self):
        print('iter', R(self), end='; ')
        return iter(self.items)
    def keys(self):
        print('keys', R(self), end='; ')
        return ['k']
    def __getitem__(self, key):
        if isinstance(key, tuple):
            return [R(x) for x in key], R(key)
        print('item', R(self), end='; ')
        return self.items[0]

def f(*args, **kwargs):
    return [R(a) for a in args], {k: R(a) for k, a in kwargs.items()}, len(args) == 0 or R(args), R(kwargs)

def g(a, b=None, /, *c, d, **e):
    return R(a), len(c) and R(c), R(d), R(e)

def back(*x):
    return *x, [*x]

v, w, s = [], {}, Source([])
item = s.items[0]
for i in range(3):
    print([R(x) for x in [*[v, w], *s, v]], R(v), R(item), R(s))
    print({*'ab', *()} == {'b', 'a'}, {**s, 'z': v, **{'v': v}}.keys(), R(item), R(v))
    print(f(*[v], w, *s, k=v, **{'w': w}), f(*s, **s), R(v), R(w), R(item))
    print(f(*(v, w)), f(*[v, w]), f(v, *(w,)), f(**{'v': v}), f(*(), **{}))
    print(g(v, *s, d=w), g(v, *[w, w], **{'d': v, 'e': w}), g(*(v, w, v), d=s))
    print(s[v, *s], s[*(v, w)], s[*[v], w], R(v))
print([R(x) for x in back(v, w)], R(v))
a, *b = s.items * 2
*c, = s
d, *e, h = [v, *s, w]
print(R(a), R(b), R(c), R(item), R(d), R(e), R(h))
for x, *y in [(v, w, v), [w], s.items]:
    print(R(x), R(y), R(v), R(w))
del a, b, c, d, e, h, x, y
print(R(v), R(w), R(item))
for call in (lambda: f(*v, **w, **w), lambda: f(k=v, **s), lambda: g(*[v]), lambda: f(*7), lambda: f(**v)):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__, R(error), R(v), R(w), R(item))
