import sys
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError, is_dataclass, InitVar, KW_ONLY
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1); q = P(1, 0, [])
print(p, p == q, p.tags is q.tags, asdict(p), astuple(p), replace(p, x=5), sys.getrefcount(p.tags), P.__doc__, P.__match_args__)
print([f.name for f in fields(P)], is_dataclass(p), P.__hash__, sys.getsizeof(p) > 0, vars(p))
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(default='z', compare=False)
v = V(1); print(v < V(2), v == V(1, 'q'), hash(v) == hash(V(1)), {v: 1}); err(lambda: setattr(v, 'a', 3)); err(lambda: delattr(v, 'a'))
@dataclass
class Q(P):
    z: int = 9
    def __post_init__(self): self.w = self.x + self.z
print(Q(1), Q(1).w)
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1); print(s, S.__slots__, hasattr(s, '__dict__'), sys.getsizeof(s)); err(lambda: setattr(s, 'c', 1))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: InitVar[int] = 4
    def __post_init__(self, c): self.d = c
k = K(1, b=2, c=3); print(k, k.d); err(lambda: K(1, 2)); err(lambda: P()); err(lambda: P(1, 2, 3, 4))
def bad():
    @dataclass
    class B:
        a: list = []
err(bad)
def bad2():
    @dataclass
    class B:
        a: int = 1
        b: int
err(bad2)
match p:
    case P(x, y): print('match', x, y)
import time
t0 = time.monotonic(); time.sleep(2); print(round(time.monotonic() - t0), time.gmtime(0), time.strftime('%Y-%m-%d %H:%M', time.gmtime(86400 * 365)), time.asctime(time.gmtime(0)), time.mktime(time.gmtime(1e9)) > 0)
err(lambda: time.sleep(-1))
