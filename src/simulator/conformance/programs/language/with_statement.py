# with: enter and exit, in order, whatever happens between.
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow

    def __del__(self):
        print('del', self.name)


with Manager('a') as a, Manager('b') as b:
    print(a.name, b.name)
del a, b

with Manager('swallows', swallow=True):
    raise ValueError('gone')
print('after')

try:
    with Manager('outer'), Manager('inner'):
        1 / 0
except ZeroDivisionError as error:
    print('caught', error)


def leave():
    with Manager('returning'):
        return 'value'


print(leave())


def loop():
    for i in range(3):
        with Manager(i):
            if i == 0:
                continue
            if i == 1:
                break


loop()

with (
    Manager('p') as p,
    Manager('q'),
):
    pass
del p


class BadExit(Manager):
    def __exit__(self, kind, error, traceback):
        raise KeyError('from exit')


try:
    with BadExit('bad'):
        raise ValueError('body')
except KeyError as error:
    print(repr(error), repr(error.__context__))


class NoExit:
    def __enter__(self):
        pass


class Nothing:
    pass


for cls in (NoExit, Nothing, int):
    try:
        with cls():
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Target:
    pass


t = Target()
d = {}
with Manager('attr') as t.m, Manager('item') as d['k']:
    print(t.m.name, d['k'].name)
t.m = d = None


class Tuple:
    def __enter__(self):
        return 1, (2, 3)

    def __exit__(self, *details):
        print(details)


with Tuple() as (x, (y, z)):
    print(x, y, z)


# What `with` holds while its body runs, and what __exit__ is given.
import sys

R = sys.getrefcount


class Held:
    def __init__(self, swallow=True):
        self.swallow = swallow

    def __enter__(self):
        print('enter', R(self))
        return self

    def __exit__(self, kind, error, traceback):
        print('exit', R(self), error and R(error), traceback and R(traceback), error and R(error.args))
        return self.swallow


h, fault = Held(), KeyError([])
with h:
    print(R(h))
with h as name:
    print(R(h), R(name))
    raise fault
print(R(h), R(fault), R(fault.__traceback__))
fault.__traceback__ = None


def nested(x, y):
    with x as a, y as b:
        print(R(x), R(a), R(y))
        return [a]


print(R(nested(h, Held(False))), R(h))
try:
    with Held(False) as name, h:
        print(R(name), R(h))
        raise fault
    with Held(False):
        raise fault
except KeyError as error:
    print(R(error), R(h))
print(R(h), R(fault.__traceback__), R(name))
fault.__traceback__ = None
print(R(fault), R(h))
