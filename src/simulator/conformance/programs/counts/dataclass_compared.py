# The comparisons and the hash a dataclass is given, and what they hold of the fields.
import copy
import sys
from dataclasses import dataclass, field
R = sys.getrefcount
class C:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        seen.append((R(self), R(other)))
        return self.n == other.n
    def __lt__(self, other):
        seen.append(('lt', R(self), R(other)))
        return self.n < other.n
    def __hash__(self):
        seen.append(('hash', R(self)))
        return self.n
    def __repr__(self):
        seen.append(('repr', R(self)))
        return 'C'
@dataclass(order=True, unsafe_hash=True)
class D:
    a: C
    b: C = field(repr=False)
    c: list = field(default=None, compare=False, hash=False)
@dataclass(frozen=True, slots=True)
class F:
    a: C
    b: list
@dataclass(eq=False)
class E:
    a: C
def told(*what):
    print(*what, seen, R(x), R(y), R(v))
    seen.clear()
seen, x, y, v = [], C(1), C(2), []
d, e, f = D(x, y), D(C(1), C(2)), D(x, C(3))
told(d == e, d == f, d != e, d == d, d == 5, R(d), R(e))
told(d < f, d <= e, f > d, f >= e, R(f))
told(hash(d) == hash(e), repr(d), d in [e], e in {d: v}, R(d))
told(sorted([f, e, d]) == [d, e, f], max(d, f) is f)
g = F(x, v)
told(hash(F(x, ())) == hash(F(C(1), ())), g == F(C(1), []), repr(g), R(g), R(g.b))
told(E(x) == E(x), E(x) != E(y))
if hasattr(copy, 'replace'):
    told(R(copy.replace(g, b=v)), copy.replace(d, c=v).c is v)
h = copy.copy(d), copy.deepcopy(g)
told(R(h[0]), R(h[1]), R(h[0].a), R(h[1].a))
try:
    d < 5
except TypeError as error:
    told(R(error), R(d))
