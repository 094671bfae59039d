# Unions and aliases, written both ways, and who holds their arguments.
import sys

R = sys.getrefcount


def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
import typing, types
from typing import *
t(lambda: Union[int, str])
t(lambda: typing.Union)
t(lambda: type(Union[int, str]))
t(lambda: Union[int])
t(lambda: Optional[int])
t(lambda: isinstance(int | str, Union))
t(lambda: isinstance(int | str, types.UnionType))
t(lambda: types.UnionType is Union)
t(lambda: types.UnionType)
t(lambda: Union[int, 'str'])
t(lambda: Union[()])
t(lambda: Union[int, str].__args__)
t(lambda: Union[int, str].__origin__)
t(lambda: Union[int, None])
t(lambda: Union[int, str, int])
t(lambda: Union[List[int], Dict[str, int]])
t(lambda: get_origin(Union[int, str]))
t(lambda: get_args(int | str))
t(lambda: get_origin(int | str))
t(lambda: Union[int, 5])
t(lambda: Union())
T = TypeVar('T')
t(lambda: list[int])
t(lambda: list[T])
t(lambda: dict[str, list[int]])
t(lambda: tuple[int, ...])
t(lambda: tuple[()])
t(lambda: type[int])
class G(Generic[T]): pass
t(lambda: G[int])
t(lambda: G[T])
t(lambda: G[int]())
t(lambda: list['x'])
t(lambda: list[None])
t(lambda: Callable[[int], str])
t(lambda: Callable[..., str])
t(lambda: Literal[1, 'a'])
t(lambda: Any)
t(lambda: List)
t(lambda: List[int])
t(lambda: Tuple[int, ...])
import collections.abc
t(lambda: collections.abc.Sequence[int])
t(lambda: collections.deque[int])
t(lambda: list[lambda: 0].__args__[0].__name__)
t(lambda: hash(Union[int,str]) == hash(Union[str, int]))
t(lambda: int | 'x')
t(lambda: int | None | str)
t(lambda: None | int)
t(lambda: Union.__name__)
t(lambda: repr(Union[int, str].__class__))
def ff(a: Union[int, None] = None) -> list[int]: pass
t(lambda: ff.__annotations__)
t(lambda: (int|str).__or__)


class Part:
    pass


class Other:
    pass


print(R(Part), R(Other))
u = Part | Other
print(R(Part), R(Other), R(u), R(u.__args__))
a = list[Part]
print(R(Part), R(a), R(a.__args__), R(a.__origin__) > 1)
m = u | None
print(R(Part), R(Other), R(u), len(m.__args__), m.__args__[0] is Part)
print(isinstance(Part(), u), issubclass(Other, u), R(u), R(Part), R(Other))
v = dict[str, a]
print(R(a), R(v), v.__args__[1] is a, a == list[Part], hash(a) == hash(list[Part]))
made = a()
print(made, R(a), R(Part))


def takes(x: u, y: a = None) -> v:
    return x


print(R(u), R(a), R(v), takes.__annotations__['x'] is u, R(u))
del takes
print(R(u), R(a), R(v))
del u, m, v, a
print(R(Part), R(Other))
