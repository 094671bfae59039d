# __post_init__, factories, InitVar, frozen and slots.
from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, replace
import sys

R = sys.getrefcount
made = []


def factory():
    made.append([])
    return made[-1]


@dataclass
class D:
    a: list
    b: list = field(default_factory=factory)
    c: InitVar[list] = None

    def __post_init__(self, c):
        print('post', R(self), R(self.a), R(self.b), R(c) if c is not None else c)
        self.kept = c


v, w = [], []
d = D(v, c=w)
print(R(d), R(v), R(w), R(made[0]), R(d.b))
e = D(v, w)
print(R(v), R(w), d == e, R(d), R(v))
print(R(asdict(d)), R(v), R(astuple(d)[0]), R(v), R(fields(d)[0]) > 1, repr(e))


@dataclass(frozen=True, slots=True)
class F:
    x: object
    y: object = field(default=None, compare=False)


f = F(v)
try:
    f.x = w
except AttributeError as error:
    print(R(error), R(f), R(w))
g = replace(f, x=(w,))
print(R(f), R(g), R(w), R(g.x), hash(F(1)) == hash(F(1, 2)), R(w))


@dataclass(order=True)
class O:
    n: int
    held: object = field(compare=False, repr=False, default=None)


l = [O(2, v), O(1, w)]
print(min(l).held is w, R(v), R(w), sorted(l)[1].held is v, R(l[0]), R(v), l[0] > l[1], R(l[0]))
del d, e, f, g, l
print(R(v), R(w), R(made[0]))
