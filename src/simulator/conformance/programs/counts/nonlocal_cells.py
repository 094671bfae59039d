# Cells: who owns them, what rebinding and deleting does, and when they die.
import sys

R = sys.getrefcount


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies', self.name)


def counter(x):
    def read():
        return R(x)

    def write(y):
        nonlocal x
        x = y
        return R(x), R(y)

    def drop():
        nonlocal x
        del x
    print(R(x), R(read), R(write))
    return read, write, drop


v, w = [], []
read, write, drop = counter(v)
print(R(v), read(), R(read.__closure__), R(read.__closure__[0]), read.__closure__[0] is write.__closure__[0])
print(write(w), R(v), R(w), read())
drop()
print(R(w))
try:
    read()
except NameError as error:
    print(error, R(error))
print(write(v), R(v))
del read, write
print(R(v), R(drop))
del drop
print(R(v))


def outer():
    a = Held('a')
    b = Held('b')

    def inner():
        return a

    def both():
        return inner, b
    print(R(a), R(b), R(inner))
    return both


both = outer()
print('made', R(both), R(both()[0]), R(both()[1]))
del both
print('end')


def loop(items):
    made = []
    for item in items:
        def show(item=item):
            return R(item)
        made.append(show)
    return [m() for m in made], R(item)


print(loop([v, w]), R(v), R(w))


def late():
    return lambda: cell
    cell = None


try:
    late()()
except NameError as error:
    print(error, R(error))


class C:
    def __init__(self):
        self.me = lambda: (R(self), __class__.__name__)


c = C()
print(c.me(), R(c), R(C))
import gc
c = None
print(gc.collect() > 0, R(v))
