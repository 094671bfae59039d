# What dir() lists of an enumeration and of its members: other members are not among what a member has.
import enum
import sys


class Color(enum.Enum):
    RED = 1
    CRIMSON = 1
    green = 'g'

    def shout(self): return self.name.upper()

    @property
    def low(self): return self.name.lower()

    @staticmethod
    def best(): return Color.RED


class Right(enum.Flag):
    R = 1
    W = 2
    RW = 3

    def others(self): return ~self


class Coin(enum.Enum):
    def __new__(cls, cents):
        coin = object.__new__(cls)
        coin._value_ = cents
        coin.extra = [cents]
        return coin

    DIME = 10


class Empty(enum.Enum):
    pass


for o in (Color.RED, Color.green, Right.R, Right.RW, Right.R | Right.W, Coin.DIME, Color, Right, Coin, Empty):
    print(type(o).__name__, dir(o))
print([name for name in dir(enum.IntEnum('Level', 'LOW HIGH')) if not name.startswith('_')])
print(sys.getrefcount(Coin.DIME.extra), sys.getrefcount(Coin) - sys.getrefcount(Empty))
