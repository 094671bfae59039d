# Decorators: with arguments, of classes, that keep what they wrap.
import functools
import sys

R = sys.getrefcount
kept = []


def plain(f):
    print('plain', R(f))
    return f


def wraps(tag):
    def decorate(f):
        print('decorate', R(f), R(tag))

        @functools.wraps(f)
        def inner(*args, **kwargs):
            print('inner', R(f), [R(a) for a in args], R(tag))
            return f(*args, **kwargs)
        return inner
    return decorate


class Call:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return R(self), self.f(*args)

    def __get__(self, instance, owner):
        return functools.partial(self, instance)


tag = []


@plain
@wraps(tag)
@plain
def f(x):
    return R(x), R(f)


v = []
print(R(tag), f(v), R(v), R(f), R(f.__wrapped__))


class C:
    @Call
    def m(self, x):
        return R(self), R(x)

    @wraps(tag)
    def n(self, x):
        return R(self), R(x)

    @staticmethod
    @plain
    def s(x):
        return R(x)

    @classmethod
    @wraps(tag)
    def c(cls, x):
        return R(x)


c = C()
for i in range(2):
    print(c.m(v), c.n(v), c.s(v), C.c(v), R(c), R(v), R(tag))


def registered(cls):
    kept.append(cls)
    print('class', R(cls))
    return cls


@registered
class D:
    pass


print(R(D), kept.pop() is D, R(D), f.__wrapped__(v), R(tag))


@lambda g: [g, g]
def listed():
    pass


print(R(listed), R(listed[0]))
del f, C, c
print(R(tag) >= 2, R(v))
