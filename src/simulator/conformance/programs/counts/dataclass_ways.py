# Dataclasses: factories, replace, asdict, astuple, order, slots, frozen, keyword-only and init-only fields, __post_init__.
import sys
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace

R = sys.getrefcount

def factory():
    return made

@dataclass
class Plain:
    a: list
    b: list = field(default_factory=factory)
    c: list = None
    def __post_init__(self):
        seen.append((R(self), R(self.a), R(self.b)))

@dataclass(slots=True)
class Slim:
    a: list
    b: list = field(default_factory=list, repr=False)

@dataclass(frozen=True, order=True)
class Frozen:
    a: list
    b: list = field(compare=False, default=())

@dataclass
class Init:
    a: list
    extra: InitVar[list]
    _: KW_ONLY
    b: list = None
    late: list = field(init=False)
    def __post_init__(self, extra):
        seen.append((R(self), R(extra), R(self.a)))
        self.late = extra

@dataclass
class Child(Plain):
    d: list = field(default_factory=lambda: [made])

def told(*what):
    print(*what, seen, R(v), R(made))
    seen.clear()

seen, v, made = [], [], []
for i in range(3):
    p = Plain(v)
    told(R(p), R(p.b), p == Plain(v), R(repr(p)))
q = replace(p, c=v)
told(R(q), R(p), q.c is v)
told(R(asdict(p)), R(astuple(p)), asdict(p)['a'] is v, R(asdict(q, dict_factory=list)))
s = Slim(v)
told(R(s), s == Slim(v, []), R(replace(s)), R(s.b))
f, g = Frozen(v), Frozen([1], v)
told(f < g, f == Frozen(v, v), f <= g, R(f), R(g), R(replace(f, b=v)))
try:
    f.a = v
except AttributeError as error:
    told(type(error).__name__, R(error), R(f))
try:
    hash(f)
except TypeError as error:
    told(R(error), R(f))
n = Init(v, made, b=v)
told(R(n), R(n.late), R(n.b))
try:
    replace(n)
except (TypeError, ValueError) as error:
    told(type(error).__name__, R(error), R(n))
c = Child(v)
told(R(c), R(c.d), c == Child(v), c == p)
M = make_dataclass('M', [('x', list), ('y', list, field(default_factory=factory))])
told(R(M(v)), R(M(v).y), M(v) == M(v), len(fields(M)), R(fields(M)))
match p, s:
    case Plain(x, y), Slim(z):
        told(R(x), R(y), R(z), R(p), R(s))
del x, y, z, p, q, s, f, g, n, c
told()
