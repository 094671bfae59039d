# Lambdas hold defaults, globals and cells; calling them leaves nothing behind.
import sys

R = sys.getrefcount

v = []
f = lambda x=v, *a, k=v, **kw: (R(x), len(a), R(k), R(kw))
for i in range(2):
    print(f(), f(v), f(v, v, k=v, z=v), R(v))
def maker(o):
    return (lambda: o), (lambda: R(o)), lambda *, q=o: R(q)
g, h, j = maker(v)
print(g() is v, h(), j(), R(v), R(g.__closure__), R(g.__closure__[0]))
del g
print(h(), R(v), R(h.__closure__[0]))
l = [lambda n=n: R(n) for n in (v, [], v)]
print([c() for c in l], R(v))
print((lambda x: R(x))(v), (lambda x: R(x))([]), (lambda *x: R(x))(v))
print(sorted([[2], [1]], key=lambda x: R(x)), R(f), R(f.__defaults__))
f.__defaults__ = (w := [],)
print(R(v), R(w), f())
