# Unpacking that fails gives back what it took.
import sys

R = sys.getrefcount

a, b, c = [], [], []
t = (a, b, c)
def two(x):
    p, q = x
    return R(p)
def star(x):
    p, q, r, s, *rest = x
    return R(p)
for f in two, star:
    for x in (t, list(t), iter(t), {1: a, 2: b, 3: c}.values(), 5, (a,), [], iter([a])):
        try:
            print(f(x))
        except (ValueError, TypeError) as e:
            print(type(e).__name__, R(a), R(b), R(c), R(x) if x != 5 else '')
p, (q, *r) = a, (b, c, c)
print(R(a), R(b), R(c), R(r))
p = q = r = None
for p, q in [(a, b), (b, c)]:
    print(R(p), R(q))
print(R(a), R(b), R(c))
