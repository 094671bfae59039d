# Members of an enum and fields of a dataclass.
from dataclasses import dataclass, field, replace
import sys

R = sys.getrefcount

@dataclass
class P:
    x: list
    y: list = field(default_factory=list)
v = []
p = P(v)
print(R(v), R(p), R(p.x), R(p.y))
q = P(v, p.y)
print(R(v), R(p.y), p == q, R(v))
r = replace(p, x=p)
print(R(p), R(v), R(r.y))
@dataclass(frozen=True)
class F:
    x: list
f = F(v)
print(R(f), R(v), R(f.x))
del p, q, r, f
print(R(v))
