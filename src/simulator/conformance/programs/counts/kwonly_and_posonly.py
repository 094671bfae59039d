# Keyword-only and positional-only parameters, with and without defaults.
import sys

R = sys.getrefcount

v, w, d = [], [], []
def f(a, /, b, *, c, k=d):
    return R(a), R(b), R(c), R(k)
for i in range(3):
    print(f(v, w, c=v), f(v, b=w, c=w), f([], [], c=[], k=[]))
for args, kw in [((), {}), ((v,), {'a': v}), ((v, w), {}), ((v, w, v), {'c': 1}), ((v, w), {'c': v, 'z': w})]:
    try:
        f(*args, **kw)
    except TypeError as e:
        print(e, R(v), R(w))
print(R(d), R(f.__kwdefaults__), R(f.__kwdefaults__['k']))
f.__kwdefaults__['k'] = w
print(R(d), f(v, w, c=v))
f.__kwdefaults__ = None
try:
    f(v, w, c=v)
except TypeError as e:
    print(e, R(d), R(w))
f.__kwdefaults__ = {'c': v, 'k': v}
print(f(v, w), R(v))
