# Who holds a data class: its name, its tuple of bases, and since 3.15 what its __init__ is annotated with.
import gc
import sys
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass(slots=True)
class Small:
    x: int
    names: list = field(default_factory=list)


@dataclass
class Own:
    x: int

    def __init__(self, x: 'any'):
        self.x = x


@dataclass(eq=False)
class Base:
    link: object


@dataclass(eq=False)
class Derived(Base):
    other: object = None


gc.collect()
for each in (Point, Small, Own, Base, Derived):
    print(each.__name__, sys.getrefcount(each), each.__init__.__annotations__)
print(sys.getrefcount(Point), sys.getrefcount(Small), sys.getrefcount(Base), sys.getrefcount(Derived))
point = Point(1)
print(sys.getrefcount(point), sys.getrefcount(Point), point)
small = Small(1)
print(sys.getrefcount(small), sys.getrefcount(small.names), small)
print(gc.collect())
del Derived
print(gc.collect() > 0, sys.getrefcount(Base))
