from typing import NamedTuple, TypedDict, Protocol, runtime_checkable, Optional, Union, List, get_type_hints, ClassVar, Generic, TypeVar, Any, Callable, SupportsInt, SupportsFloat, Iterable, is_typeddict
import typing
from dataclasses import dataclass, field
from abc import abstractmethod
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def norm(self) -> float: return (self.x ** 2 + self.y ** 2) ** 0.5
    @property
    def swapped(self): return Point(self.y, self.x)
p = Point(3, 4); print(p, p.norm(), p.swapped, p == (3, 4), p._fields, p._asdict(), p._replace(y=9), Point(1), Point._field_defaults, Point.__doc__, Point.__bases__,  get_type_hints(Point), p._make([1, 2]), Point.__annotations__, Point.__mro__)
x, y = p; print(x, y, hash(p) == hash((3, 4)), len(p), p[0], sorted([p, Point(1, 2)])); err(lambda: Point()); err(lambda: Point(1, 2, 3)); err(lambda: setattr(p, 'x', 1)); err(lambda: setattr(p, 'z', 1))
def bad():
    class B(NamedTuple):
        a: int = 1
        b: int
err(bad)
def bad2():
    class B(NamedTuple):
        _a: int
err(bad2)
Emp = NamedTuple('Emp', [('name', str), ('id', int)]); print(Emp('a', 1), Emp.__annotations__, Emp.__module__, Emp.__qualname__)
class Movie(TypedDict):
    title: str
    year: int
class Extra(Movie, total=False):
    rating: float
m: Movie = {'title': 'Alien', 'year': 1979}; n = Movie(title='Up', year=2009); print(m, n, type(n), n['title'], Movie.__annotations__, Movie.__total__, sorted(Movie.__required_keys__), sorted(Extra.__optional_keys__), sorted(Extra.__required_keys__), Extra.__total__, Extra.__bases__, Movie.__mro__, Movie.__name__, is_typeddict(Movie), is_typeddict(dict), get_type_hints(Extra), Movie({'title': 'x', 'year': 1}), Movie())
err(lambda: isinstance(m, Movie)); err(lambda: issubclass(dict, Movie)); Alt = TypedDict('Alt', {'in': int, 'x-y': str}); print(Alt, Alt(x=1), Alt.__annotations__)
def bad3():
    class M2(Movie):
        def f(self): pass
err(bad3)
def bad4():
    class M3(Movie, int): pass
err(bad4)
class R(TypedDict):
    a: typing.Required[int]
    b: typing.NotRequired[str]
print(sorted(R.__required_keys__), sorted(R.__optional_keys__), R.__annotations__, get_type_hints(R), typing.Required[int])
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def __init__(self, s): self.s = s
    def area(self) -> float: return self.s * self.s
def total(shapes: Iterable[Shape]) -> float: return sum(s.area() for s in shapes)
print(total([Sq(2), Sq(3)])); err(lambda: isinstance(Sq(1), Shape)); err(lambda: Shape())
@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
class G:
    close = None
print(isinstance(F(), Closeable), isinstance(3, Closeable), issubclass(F, Closeable), isinstance(G(), Closeable), issubclass(int, Closeable), Closeable.__mro__, isinstance(F, Closeable))
@runtime_checkable
class Named(Protocol):
    name: str
class H:
    def __init__(self): self.name = 'h'
print(isinstance(H(), Named), isinstance(F(), Named)); err(lambda: issubclass(H, Named))
class Impl(Shape):
    def area(self): return 1.0
print(Impl().area(), isinstance(Impl(), Impl), Impl.__mro__); T = TypeVar('T')
class Explicit(Protocol):
    @abstractmethod
    def run(self) -> int: ...
class Half(Explicit): pass
err(lambda: Half()); 
class Box(Protocol[T]):
    def get(self) -> T: ...
class IntBox(Box[int]):
    def get(self): return 7
print(Box[int], IntBox().get(), IntBox.__orig_bases__, Box.__parameters__, isinstance(3, SupportsInt), isinstance('a', SupportsFloat), isinstance(3, typing.SupportsIndex), isinstance(-2, typing.SupportsAbs))
@dataclass
class Node(Generic[T]):
    value: T
    next: Optional['Node[T]'] = None
    count: ClassVar[int] = 0
    tags: List[str] = field(default_factory=list)
print(Node(1, Node(2)), Node[int](3), get_type_hints(Node)['tags'], Node.__annotations__['value'], Node[str].__args__)
def bad5():
    class P2(Protocol, Sq): pass
err(bad5); print(typing.get_protocol_members(Closeable) if hasattr(typing, 'get_protocol_members') else '', getattr(Closeable, '_is_protocol'), getattr(F, '_is_protocol', None))
import sys
R = sys.getrefcount
class Rec(NamedTuple):
    a: list
    b: object = None
v, w = [], [1]
r = Rec(v, w); print(R(r), R(v), R(w), R(r.a), R(r._asdict()), R(v), R(r._replace(a=w)), R(w), R(Rec._make([v, v])), R(v))
first, second = r; print(R(v), R(first), R(second), r[0] is v, R(r[1:]), R(w), r == (v, w), R(r))
class TD(TypedDict):
    a: list
d = TD(a=v); print(R(d), R(v), type(d) is dict, R(d['a']))
@runtime_checkable
class HasN(Protocol):
    n: int
class WithN:
    def __init__(self, n): self.n = n
o = WithN(v); print(isinstance(o, HasN), isinstance(v, HasN), R(o), R(v), R(o.n)); del r, d, o, first; print(R(v), R(w))
