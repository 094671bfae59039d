# Classes called in warm code: with __init__, __new__, both, neither; with defaults; from a metaclass.
import sys

R = sys.getrefcount
seen = []

class Init:
    def __init__(self, a, b=[]):
        seen.append((R(self), R(a), R(b)))

class Keyword:
    def __init__(self, *, a):
        seen.append((R(self), R(a)))

class Star:
    def __init__(self, *args):
        seen.append((R(self), R(args), R(args[0])))

class New:
    def __new__(cls, a):
        self = super().__new__(cls)
        seen.append(('new', R(self), R(a)))
        return self

class Both(New):
    def __init__(self, a):
        seen.append(('init', R(self), R(a)))

class Meta(type):
    def __call__(cls, a):
        o = super().__call__(a)
        seen.append(('meta', R(o), R(a)))
        return o

class Made(metaclass=Meta):
    def __init__(self, a):
        seen.append(('init', R(self), R(a)))

class Ending(Init):
    def __init__(self, a):
        super().__init__(a, a)
        seen.append((R(self), R(a)))

class Listed(list):
    def __init__(self, a):
        list.__init__(self, [a])
        seen.append((R(self), R(a)))

class Failing:
    def __init__(self, a):
        raise KeyError(a)

def make(kind, a, warm):
    for i in range(warm):
        seen.clear()
        try:
            o = kind(a) if kind is not Keyword else kind(a=a)
        except KeyError as error:
            o = error
    return tuple(seen), R(o), R(a)

def direct(a, warm):
    for i in range(warm):
        seen.clear()
        Init(a), Init(a, a), Keyword(a=a), Star(a, a), New(a), Both(a), Made(a), Ending(a), Listed(a), Init([]), Init(Both(a))
    return tuple(seen), R(a)

v = []
for kind in (Init, Keyword, Star, New, Both, Made, Ending, Listed, Failing, list):
    print(kind.__name__, make(kind, v, 1), make(kind, v, 2)[0], make(kind, v, 30), R(v))
print(direct(v, 1))
print(direct(v, 2))
print(direct(v, 40), R(v))
