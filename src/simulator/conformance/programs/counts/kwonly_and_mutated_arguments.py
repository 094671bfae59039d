# Functions that rebind, delete, return and keep what they were given, of every kind of parameter.
import sys
R = sys.getrefcount
kept = []
def rebind(a, b=[], *args, c, d={}, **kw):
    first = R(a), R(b), R(c), R(d), R(args) if args else 0, R(kw)
    a = [a]
    b, c = c, b
    args = args + (a,)
    kw['new'] = a
    d = None
    return first, R(a), R(b), R(c), R(args), R(kw), R(a[0])
def remove(a, b, *args, **kw):
    del a
    first = R(b)
    del b
    x = args[0] if args else kw
    del args, kw
    return first, R(x)
def keep(*args, **kw):
    kept.append(args)
    kept.append(kw)
    return R(args), R(kw), [R(x) for x in args]
def same(a, *args, **kw):
    return a, args, kw
def default(a, b=kept, c=[kept]):
    c.append(a)
    return R(b), R(c), R(c[0]), R(a)
def inner(a, /, b, *, c):
    def f(a=a, *, b=b, c=c):
        return R(a), R(b), R(c)
    return f(), f(b), f(a, b=c), R(f.__defaults__), R(f.__kwdefaults__), R(a)
def swapped(a, b):
    a, b = b, a
    return [a, b] if R(a) < 0 else (R(a), R(b))
v, w = [], {}
for i in range(3):
    print(rebind(v, c=w), rebind(v, w, v, w, c=v, d=w, e=v), R(v), R(w))
    print(remove(v, w), remove(v, w, v), remove(v, b=w, k=v), R(v), R(w))
    print(keep(v, w, k=v), R(v), R(w), len(kept))
    kept.clear()
    a, b, c = same(v, w, k=v)
    print(R(a), R(b), R(c), R(v), R(w))
    del a, b, c
    print(inner(v, w, c=v), inner(v, b=w, c=w), swapped(v, w), swapped(*[v, w]), swapped(b=v, a=w), R(v), R(w))
print(default(v), default(w), R(default.__defaults__), R(default.__defaults__[1]), R(v))
default.__defaults__[1].clear()
default.__defaults__ = None
rebind.__kwdefaults__['d'] = v
print(R(rebind.__kwdefaults__), rebind([], c=[])[0], R(v))
rebind.__kwdefaults__ = None
for wrong in (lambda: rebind(v, c=w), lambda: default(v), lambda: inner(v, w, w), lambda: inner(a=v, b=v, c=w), lambda: same(v, a=w), lambda: keep(v, **{'k': v}, k=w) if 0 else remove()):
    try:
        print(wrong()[:0])
    except TypeError as error:
        print(R(error), R(v), R(w))
del wrong
print(R(v), R(w), R(kept))
