# The variable of a comprehension holds its item for one round.
import sys

R = sys.getrefcount

a, b = [], []
v = [a, b]
print([R(x) for x in v], [R(a) for x in v], [(R(x), R(y)) for x in v for y in (x, a)])
print({i: R(x) for i, x in enumerate(v)}, {R(x) for x in v}, [R(v) for x in v if R(x)])
def f(p):
    x = p
    print([R(x) for x in (x, x)], R(x), [R(p) for _ in p], [[R(y) for y in (x, p)] for x in p])
    print([(lambda: R(x))() for x in p], [R(y) for x in p if (y := x) is x], R(y))
f(v); f(v)
print(R(a), R(b), R(v))
class A:
    w = [R(x) for x in [[]]]
    print(w)
