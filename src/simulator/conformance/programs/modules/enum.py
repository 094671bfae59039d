from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique
import sys
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    ALIAS = 1
    def hi(self): return f'hi {self.name}'
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], Color.ALIAS, list(Color), len(Color), Color.RED is Color(1), Color.RED == 1, Color.RED.hi(), isinstance(Color.RED, Color), Color.RED in Color)
print({Color.RED: 1}, f'{Color.RED}', Color.__members__['ALIAS'], Color, type(Color.RED), hash(Color.RED) == hash('RED'))
err(lambda: Color(9)); err(lambda: Color['X']); err(lambda: setattr(Color, 'RED', 5)); err(lambda: Color.RED < Color.BLUE)
class N(IntEnum):
    A = auto()
    B = auto()
print(N.A, repr(N.B), N.A + 1, N.A < N.B, sorted([N.B, N.A]), f'{N.A}', N(2))
class T(StrEnum):
    ON = auto()
    OFF = 'off'
print(T.ON, repr(T.OFF), T.ON.upper(), T('off'))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
print(F.R | F.W, repr(F.R | F.W), F.R in (F.R | F.X), bool(F.R & F.W), list(F.R | F.X), ~F.R, F(5), F(0))
class I(IntFlag):
    A = 1
    B = 2
print(I.A | I.B, repr(I.A | I.B), I.A + 1)
def bad():
    @unique
    class D(Enum):
        A = 1
        B = 1
err(bad)
def ext():
    class E2(Color): Z = 4
err(ext)
class Planet(Enum):
    EARTH = (5, 6)
    MARS = (1, 2)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return self.mass / self.radius
print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.g, Planet.EARTH.value, Planet((1, 2)))
Anim = Enum('Anim', 'CAT DOG'); print(list(Anim), Anim.CAT)
match Color.RED:
    case Color.RED: print('red')

R = sys.getrefcount
class Held:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, Held) and self.n == other.n
    def __hash__(self): return self.n
one, two = Held(1), Held(2)
class Kind(Enum):
    A = one
    B = two
    C = one
print(R(one), R(two), R(Kind.A), R(Kind.B), R(Kind.A.value))
for i in range(2):
    print(Kind(one) is Kind.C, Kind(Held(2)) is Kind.B, R(one), R(two), R(Kind.A))
print([R(k) for k in Kind], R(list(Kind)), R(Kind['A']), R(Kind.B))
try: Kind(Held(3))
except ValueError as e: print(R(e), R(one))
both = F.R | F.W
print(R(both) == R(F.R | F.W), R(two), {Kind.A: one}[Kind.C] is one, R(one), R(Kind.A))
class Made(Enum):
    P = (one, two)
    def __init__(self, first, second): self.first, self.second = first, second
print(R(one), R(two), R(Made.P), R(Made.P.value), R(Made.P.first))
