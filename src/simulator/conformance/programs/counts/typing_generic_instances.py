# Generic classes and their instances: who holds the aliases, the parameters and the classes.
import sys
import typing
from typing import Generic, NamedTuple, Protocol, TypeVar, get_args, get_origin, runtime_checkable
R = sys.getrefcount
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, item):
        self.item = item
        seen.append((R(self), R(item)))
    def get(self):
        return R(self), R(self.item)
class Point(NamedTuple):
    x: list
    y: list = []
    def both(self):
        return R(self), R(self.x)
@runtime_checkable
class Closes(Protocol):
    def close(self): ...
class Closer:
    def close(self):
        return R(self)
def told(*what):
    print(*what, seen, R(v))
    seen.clear()
seen, v = [], []
told(R(Box(v)), Box(v).get())
for i in range(3):
    b = Box[int](v)
    told(R(b), b.get(), b.__orig_class__ is Box[int], R(b.__dict__))
told(R(list[int]), R(get_args(list[v])), get_args(list[v])[0] is v, get_origin(list[v]) is list)
a = list[v]
told(R(a), R(a.__args__), R(a()), R(a.__origin__) > 9)
u = int | str
told(R(u), R(u.__args__), R(a | None))
p = Point(v)
told(R(p), p.both(), R(p.y), R(p._replace(y=v)), R(p._asdict()), p._fields, R(Point(v, v).y))
x, y = p
told(R(x), R(y), R(p), p == (v, []))
c = Closer()
told(isinstance(c, Closes), isinstance(v, Closes), R(c), c.close())
d = typing.cast(list, v)
told(d is v, R(d))
del a, d, x, y, p, u
told(R(c))
@typing.overload
def f(x: int): ...
@typing.no_type_check
def f(x, y: T = v) -> T:
    return R(x)
told(f(v), R(f), R(f.__defaults__), f.__annotations__['y'] is T)
del f
told()
class Dict(typing.TypedDict):
    k: list
d = Dict(k=v)
told(type(d) is dict, R(d), R(d['k']))
