# Who holds the members of an enumeration and their values.
import enum
import sys

R = sys.getrefcount

class E(enum.Enum):
    A = first = []
    B = second = {}
    C = A
    def counted(self):
        return R(self), R(self.value)

class WithInit(enum.Enum):
    X = (first, 'x')
    Y = (second, 'y')
    def __init__(self, held, name):
        self.held = held

class Auto(enum.Enum):
    def _generate_next_value_(name, start, count, last):
        return [name]
    P = enum.auto()
    Q = enum.auto()

class Found(enum.Enum):
    ONE = 'one'
    @classmethod
    def _missing_(cls, value):
        print('missing', R(value), end=' ')
        return cls.ONE

class Str(str, enum.Enum):
    S = 'some text'

class F(enum.Flag):
    R_ = 1
    W = 2

def told(*what):
    print(*what, R(first), R(second), R(a))

a = E.A
for i in range(3):
    told(R(E.A), R(E.B), E.C is a, a.counted(), R(a.value), R(a.name) > 1)
told(E(first) is a, E['A'] is a, E([]) is a, [R(m) for m in E], len(E), a in E)
told(R(WithInit.X), R(WithInit.X.held), R(WithInit.X.value), WithInit((first, 'x')) is WithInit.X)
told(R(Auto.P), R(Auto.P.value), Auto(['P']) is Auto.P, R(Auto.Q))
told(Found('two') is Found.ONE, R(Found.ONE), Found(first) is Found.ONE)
told(R(Str.S), Str.S == 'some text', R(Str.S.value) > 1, Str('some text') is Str.S)
rw = F.R_ | F.W
told(R(rw), R(F.R_), rw & F.W is F.W, R(~rw), [R(f) for f in rw], R(F.W))
for wrong in (9, [9]):
    try:
        E(wrong)
    except ValueError as error:
        told(R(error), R(error.__context__) if error.__context__ else None, R(wrong) if wrong != 9 else None)
try:
    E.A = first
except AttributeError as error:
    told(R(error))
try:
    class More(E):
        pass
except TypeError as error:
    told(R(error))
made = enum.Enum('made', {'K': first, 'L': second})
told(R(made.K), R(made.L), made(second) is made.L)
d = {a: first, E.B: a}
told(d[E.A] is first, R(E.B))
match a:
    case E.B:
        told('B')
    case E.A:
        told('A', R(a))
del d, made
told()
