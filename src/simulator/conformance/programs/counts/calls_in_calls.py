# Arguments wait on the stack while the next ones are computed.
import sys

R = sys.getrefcount

v, w = [], []
def f(*a): return len(a)
def g(a, b, c=w): return R(a), R(b), R(c)
def h(x):
    return f(x, R(x), [x], R(x), {1: x}, R(x)), g(x, [R(x)], x), R(x)
for i in range(3):
    print(f(v, R(v)), f(v, v, R(v)), g(v, w, [R(v)]), h(v))
    print(f([v], R(v)), f(*[v, R(v)]), f(v, *[R(v)], R(v)), f(**{}) + R(v))
    print([v, R(v)][1], (v, v, R(v))[2], {1: v, 2: R(v)}[2], len({R(v), id(v)}))
    print(R(v) + R(v), R(v) if R(v) else v, v and R(v), v or R(v), not R(v))
print(R(v), R(w))
print(g(v, c=[R(v)], b=v), g(c=v, b=v, a=v))
x = y = z = v
print(R(v)); x = y = None
print(R(v), R(z))
