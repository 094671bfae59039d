# Packed arguments stand in a tuple and a dict of the call.
import sys

R = sys.getrefcount

def f(*args, **named):
    print(R(args) if args else '-', R(named), [R(x) for x in args], [R(x) for x in named.values()])
    return args
a, b = [], []
t, d = (a, b), {'x': a}
f(); f(a); f(a, b, x=a)
print(f(*t) is t, R(t), R(a))
f(*t, *t); f(**d); f(*t, **d); f(a, *[b], y=b, **d)
print(R(a), R(b), R(t), R(d))
def g(x, /, y, *rest, k=None, **more):
    print(R(x), R(y), R(more), k is None or R(k), len(rest))
g(a, b); g(*t, k=a); g(a, y=b, z=a); g(a, b, a, b, k=t)
print(R(a), R(b), R(t))
