# A named tuple is a tuple with names: fields, replacing, unpacking.
from collections import namedtuple
import sys

R = sys.getrefcount
P = namedtuple('P', 'x y', defaults=[[]])
v, w = [], []
p = P(v)
print(R(v), R(p), R(p.y), R(p.x), R(p[0]))
q = p._replace(y=w)
print(R(v), R(w), R(q), R(P._make((v, w))), R(v), R(w))
x, y = q
print(R(v), R(w), x is v)
print(R(q._asdict()), R(v), q == (v, w), R(q), R(q[::-1]), R(q + (w,)), R(w))
for wrong in (lambda: P(), lambda: P(v, w, v), lambda: P._make([v]), lambda: q._replace(z=v), lambda: setattr(q, 'x', w)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, R(error), R(v), R(w), R(q))


class Q(P):
    def total(self):
        return R(self), R(self.x)


print(Q(v, w).total(), Q(v).total(), R(v), R(w))
match q:
    case P(x=m, y=n):
        print(R(m), R(n), R(q))
del m, n, x, y, p, q
print(R(v), R(w))
