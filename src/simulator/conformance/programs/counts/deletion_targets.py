# `del` of every kind of target, and the order in which things die.
import sys

R = sys.getrefcount

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('gone', self.name, R(self), end='; ')

class Holder:
    __slots__ = 'a', '__dict__'
    def __delitem__(self, key):
        print('delitem', R(self), R(key), end='; ')
    def __delattr__(self, name):
        print('delattr', name, R(self), end='; ')
        super().__delattr__(name)

class Described:
    def __delete__(self, o):
        print('delete', R(self), R(o), end='; ')

class With:
    d = Described()
    p = property(None, None, lambda self: print('deleter', R(self), end='; '))

def local(n, h, v):
    a = b = Noisy('local')
    del a
    print(R(b), end=' ')
    del b
    h.a, h.z = Noisy('slot'), Noisy('dict')
    del h.a, h.z
    items = [Noisy(0), Noisy(1), Noisy(2), Noisy(3)]
    del items[0], items[1:], items
    d = {'k': Noisy('value'), (5,): v}
    del d['k'], (d[(5,)], [h[v], n])
    try:
        n
    except UnboundLocalError as error:
        print(R(error), end=' ')
    w = With()
    del w.d, w.p, w
    print(R(h), R(v))

def cells(v):
    def inner():
        nonlocal v
        print(R(v), end=' ')
        del v
    inner()
    try:
        v
    except NameError as error:
        print(R(error), R(inner), error)

def loops():
    for x in [Noisy('loop')]:
        del x
        print('after', end=' ')
    with open_one() as y:
        del y
        print('inside', end=' ')
    try:
        raise KeyError
    except KeyError as e:
        kept = e
        del e
        print(R(kept), end=' ')
    global made
    del made
    print('end')

class open_one:
    def __enter__(self):
        return Noisy('entered')
    def __exit__(self, *args):
        print('exit', R(self), R(args), end=' ')

made = Noisy('global')
h, v = Holder(), []
for i in range(3):
    local(Noisy('argument'), h, v)
    cells([])
    cells(v)
print(R(v), R(h))
loops()
x, *y = Noisy('x'), Noisy('y'), Noisy('z')
del x, y[0], y
print()
for target in ('h.q', 'v[3]', 'missing', 'h.a'):
    try:
        exec('del ' + target)
    except (AttributeError, LookupError, NameError) as error:
        print(type(error).__name__, R(error), R(h), R(v))
