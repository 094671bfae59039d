# Enumerations with mixed-in types, flags, aliases, unique and auto; members as keys, in match and in sets.
import enum
import sys
R = sys.getrefcount
class Color(enum.IntEnum):
    RED = 1000
    BLUE = 2000
    ALSO = 1000
class Name(enum.StrEnum):
    FIRST = enum.auto()
    SECOND = 'other name'
class Perm(enum.IntFlag):
    R4 = 4
    W = 2
    ALL = 6
class Opt(enum.Flag, boundary=enum.CONFORM):
    A = enum.auto()
    B = enum.auto()
class Planet(enum.Enum):
    EARTH = (5.5, [1])
    MARS = (0.5, [2])
    def __init__(self, mass, moons):
        self.mass, self.moons = mass, moons
    @property
    def count(self):
        return R(self), R(self.moons)
    @classmethod
    def heavy(cls):
        return [R(p) for p in cls if p.mass > 1]
class Held(list, enum.Enum):
    ONE = [1]
    def size(self):
        return len(self), R(self)
def told(*what):
    print(*what, R(r), R(p), R(e))
r, p, e = Color.RED, Perm.R4, Planet.EARTH
told(Color.ALSO is r, Color(1000) is r, Color['BLUE'], r + 1, r < Color.BLUE, R(r.value), repr(r), f'{r}')
told(Name.FIRST, Name('other name') is Name.SECOND, Name.FIRST.upper(), R(Name.SECOND.value) > 1, [R(n) for n in Name])
both = p | Perm.W
told(both is Perm.ALL, both & p is p, p in both, R(both), ~p, both ^ p, Perm(6) is both, list(both), len(both))
told(Perm(8) if sys.version_info < (3, 11) else R(Perm(12)), R(Opt.A | Opt.B), Opt(7), bool(Opt(0)), Opt.A in (Opt.A | Opt.B), R(Opt.A))
told(e.count, Planet.heavy(), R(e.value), R(e.value[1]), e.mass, Planet((5.5, [1])) is e, R(Planet.__members__) > 0)
told(Held.ONE.size(), Held.ONE == [1], R(Held.ONE.value), R(Held.ONE))
d = {r: 'red', e: 'earth', p: 'perm'}
told(d[Color(1000)], d[Planet.EARTH], d[4], {r, e, r} == {e, r}, R(d))
for value in (r, e, Name.FIRST, both, 5):
    match value:
        case Color.RED:
            told('red', R(value))
        case Planet.EARTH | Planet.MARS as which:
            told('planet', R(which))
        case Name():
            told('name', value.name)
        case Perm.ALL:
            told('all', R(value))
        case _:
            told('other')
del d, value, which
try:
    @enum.unique
    class Twice(enum.Enum):
        A = B = 1
except ValueError as error:
    told(error, R(error))
try:
    Perm('x')
except ValueError as error:
    told(error, R(error))
class Shape(enum.Enum):
    SQUARE = enum.member(lambda s: s * s)
    plain = enum.nonmember([3])
    @enum.property
    def own(self):
        return R(self)
told(Shape.SQUARE.value(3), R(Shape.SQUARE), R(Shape.plain), Shape.SQUARE.own, len(list(Shape)))
told([m.name for m in reversed(Color)], Color.__members__['ALSO'] is r, R(Color.__members__['BLUE']), r.name, r in Color, 2000 in [c.value for c in Color])
