# Abstract classes, registering and subclass hooks: what isinstance holds and remembers.
from abc import ABC, abstractmethod
import gc
import sys

R = sys.getrefcount


class Shape(ABC):
    @abstractmethod
    def area(self):
        return R(self)

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Shape and 'area' in other.__dict__:
            return True
        return NotImplemented


class Square(Shape):
    def area(self):
        return super().area(), R(self)


class Other:
    pass


class Duck:
    def area(self):
        return 0


before = R(Other), R(Duck), R(Square)
s, o, d = Square(), Other(), Duck()
for i in range(2):
    print(isinstance(s, Shape), isinstance(o, Shape), isinstance(d, Shape), R(s), R(o), R(d))
    print(R(Other) - before[0], R(Duck) - before[1], R(Square) - before[2], s.area())
try:
    Shape()
except TypeError as error:
    print(R(error), error)
print(Shape.register(Other) is Other, isinstance(o, Shape), R(o), R(Other) - before[0])
del s, o, d
print(R(Other) - before[0], R(Duck) - before[1], R(Square) - before[2])
kept = []


class Temporary:
    held = kept


print(R(kept), isinstance(Temporary(), Shape), R(kept))
del Temporary
gc.collect()
print(R(kept))


class Partly(Shape):
    @property
    @abstractmethod
    def name(self):
        return R(self)


try:
    Partly()
except TypeError as error:
    print(R(error), R(Partly.__abstractmethods__))
