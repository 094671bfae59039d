# How a dataclass shows its fields and its signature, and what an enumeration answers for what is no member.
import enum
from dataclasses import KW_ONLY, MISSING, InitVar, dataclass, field, fields
from typing import Any, Callable, ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: float = 1.5
    label: 'str | None' = None


@dataclass
class Line:
    start: Point
    end: Optional[Point] = None
    width: int = field(kw_only=True, default=1)
    points: list[Point] = field(default_factory=list, repr=False)
    scale: InitVar[int] = 2
    made: ClassVar[int] = 0
    on_draw: Callable[[int], str] = None
    rest: List[Any] = field(default=None, metadata={'unit': 'cm'})
    _: KW_ONLY
    color: str | None = 'red'


print(Point.__doc__, Line.__doc__, list(Line.__init__.__annotations__), sep='\n')
for f in fields(Line):
    print(repr(f).replace(repr(MISSING), 'MISSING'))


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    @enum.property
    def nice(self):
        return self.name.title()


class Other(enum.Enum):
    RED = 1


def rename(member):
    member.value = 5


def forget(member):
    del member.name


print(Color.RED.nice, Color.GREEN in Color, Other.RED in Color)
for call in (lambda: rename(Color.RED), lambda: forget(Color.RED), lambda: setattr(Color.RED, 'nice', 1),
             lambda: Color.BLUE, lambda: Color.__nothing__, lambda: 1 in Color, lambda: 'RED' in Color):
    try:
        print(call())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
