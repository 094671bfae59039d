from typing import (Any, Optional, Union, List, Dict, Set, Tuple, Callable, Iterable, Iterator, Sequence, Mapping, TypeVar,
                    Generic, Protocol, NamedTuple, TypedDict, Literal, Final, ClassVar, Annotated, TYPE_CHECKING, cast,
                    get_type_hints, get_origin, get_args, runtime_checkable, NewType, overload, NoReturn, Type, FrozenSet,
                    DefaultDict, Deque, Generator, Awaitable, Hashable, Sized, no_type_check, final)
import typing
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
print(List[int], Dict[str, int], Set[str], Tuple[int, ...], Tuple[()], Tuple[int, str], FrozenSet[int], Type[int], Deque[int], DefaultDict[str, list], List, Dict, Tuple, Callable)
print(Callable[[int, str], bool], Callable[..., Any], Callable[[], None], Iterable[int], Iterator[str], Sequence[float], Mapping[str, Any], Generator[int, None, str], Awaitable[int])
print(Any, Literal['a', 'b', 3, None, True], Final[int], ClassVar[List[int]], NoReturn, Annotated[int, 'meta', 3], Literal[1], TYPE_CHECKING, cast(int, 'x'), Hashable, Sized, typing.Text)
T = TypeVar('T'); K = TypeVar('K', bound=str); N = TypeVar('N', int, float); C = TypeVar('C', covariant=True); D = TypeVar('D', contravariant=True)
print(T, K, N, C, D, T.__name__, K.__bound__, N.__constraints__, C.__covariant__, T.__bound__, type(T))
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, item: T) -> None: self.items.append(item)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); s.push(2); print(s.pop(), Stack[int], Stack[T], type(s), Stack.__parameters__, s.__orig_class__, Stack.__orig_bases__, Stack.__mro__)
class Pair(Generic[K, N]):
    def __init__(self, key: K, value: N): self.key, self.value = key, value
print(Pair[str, int], Pair('a', 1).key, Pair[str, float]('b', 2.0).value); err(lambda: Pair[int]); err(lambda: Stack[int, str])
class IntStack(Stack[int]): pass
print(IntStack.__bases__, IntStack.__orig_bases__, IntStack.__parameters__, isinstance(IntStack(), Stack), issubclass(IntStack, Generic)); err(lambda: isinstance(s, Stack[int])); err(lambda: Generic[int]); err(lambda: IntStack[int])
print(List[T][int], Dict[K, T][str, int], Callable[[T], T][int], List[List[T]][str], List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] is List[int], List[int] == list[int], List[T].__parameters__)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]) is Union, get_args(Optional[int]), get_args(Callable[[int], str]), get_origin(Callable[[int], str]), get_origin(int), get_args(int), get_origin(Stack[int]), get_args(Literal['x', 2]), get_origin(list[int]), get_args(Annotated[int, 'm']), get_origin(Annotated[int, 'm']) is Annotated, get_origin(Generic[T]), get_args(Tuple[int, ...]), get_origin(ClassVar[int]))
def greet(name: str, times: 'int' = 1, *args: Optional[float], flag: bool = None, **kw: "List[str]") -> 'Stack[int]': ...
hints = get_type_hints(greet); print(list(hints), hints['name'], hints['times'], hints['kw'], hints['return'], hints['flag'])
class Base:
    a: int
    b: 'str' = 'x'
class Derived(Base):
    c: ClassVar[int] = 3
    d: Annotated[int, 'positive'] = 4
print(get_type_hints(Derived), get_type_hints(Derived, include_extras=True)['d'], get_type_hints(len) if False else ''); err(lambda: get_type_hints(5))
def later(x: 'Missing'): ...
err(lambda: get_type_hints(later))
UserId = NewType('UserId', int); u = UserId(5); print(u, type(u), UserId, UserId.__name__, UserId.__supertype__, u + 1)
@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x): return x * 2
print(double(2), double('ab'))
@final
class Leaf: pass
print(Leaf.__final__, double.__name__); err(lambda: List()); err(lambda: Optional[int, str]); err(lambda: Union[()]); err(lambda: Any()); err(lambda: List[int, str]); err(lambda: TypeVar('X', int)); err(lambda: Literal()); err(lambda: Dict[int]); err(lambda: isinstance(3, List[int])); err(lambda: isinstance(3, Any)); err(lambda: Callable[int, str]); err(lambda: ClassVar[int, str])
print(isinstance([], List), isinstance((), Tuple), issubclass(dict, Mapping), isinstance('a', Sequence), isinstance(3, Hashable), isinstance(len, Callable), List.__name__, List[int].__origin__, List[int].__args__); err(lambda: List[int]((1, 2)))
@overload
def only(x: int) -> int: ...
err(lambda: only(3))
print(typing.get_overloads(double) != [], typing.AnyStr, typing.Text is str, typing.Hashable, typing.no_type_check(greet) is greet, typing.assert_type(3, int), typing.is_typeddict(int)); err(lambda: typing.assert_never(3)); err(lambda: typing.Nope)
print(Optional[int], Union[int, str], Union[int, None, str], Union[int, int], Optional[List[int]], Optional['Node'], Union[int, Union[str, float]], List[Optional[int]], Dict[str, Union[int, str]], Optional[T], int | None, List[int] | None, Union[list[int], None], Callable[[Optional[int]], None], Union[int, str] == Union[str, int], isinstance(3, Union[int, str]), Union, Optional)
def f(a: Optional[int] = None, b: Union[int, str] = 0, c: 'Optional[int]' = None, d: int | None = None) -> Optional[str]: ...
print(get_type_hints(f), f.__annotations__)
import sys
R = sys.getrefcount
class Kind: pass
def hinted(a: Kind, b: 'Kind' = None) -> List[Kind]: return R(a)
k = Kind(); before = R(Kind)
print(hinted(k), typing.cast(Kind, k) is k, R(k), R(Kind) - before, R(get_type_hints(hinted)), R(Kind) - before)
box = Stack(); box.push(k); box.push(k); print(R(k), R(box), box.pop() is k, R(k)); del box; print(R(k))
V = TypeVar('V', bound=Kind); print(R(V), R(Kind) - before, V.__bound__ is Kind); del V
W = NewType('W', Kind); print(R(W), W(k) is k, R(k), R(Kind) - before); del W
print(typing.assert_type(k, Kind) is k, R(k), typing.final(hinted) is hinted, R(hinted))
