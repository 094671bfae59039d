# An instruction that could not be specialised waits before it is tried again: longer each time, and by a table since 3.15.
import sys


class Lazy:
    def __getattr__(self, name): raise AttributeError(name)
    def count(self): return sys.getrefcount(self)


class Only:
    def __getattribute__(self, name): return object.__getattribute__(self, name)
    def count(self): return sys.getrefcount(self)


class Prop:
    @property
    def count(self): return sys.getrefcount(self)


class Hard:
    __slots__ = ()
    @property
    def count(self, x=1): return sys.getrefcount(self)


class Desc:
    def __get__(self, o, t): return 0


class Own: count = Desc()


class Item:
    def __getitem__(self, k): return sys.getrefcount(self)


class Odd:
    __getitem__ = lambda self, k, *a: sys.getrefcount(self)


class Init:
    def __init__(self, a): self.r = sys.getrefcount(self)


class Slow:
    def __init__(self, *a): self.r = sys.getrefcount(self)


def make(body):
    ns = {}
    exec('def f(o):\n    return ' + body, ns)
    return ns['f']


def runs(x):
    out = []
    for v in x:
        if out and out[-1][0] == v: out[-1][1] += 1
        else: out.append([v, 1])
    return out


for n in 1, 2, 4, 9, 20, 40:
    f = make('o.count()')
    print('m', n, runs([f(k()) for k in [Only] * n + [Lazy] * 80]))
    f = make('o.count')
    print('p', n, runs([f(k()) for k in [Own] * n + [Prop] * 80]))
    print('p', n, runs([f(k()) for k in [Own] * n + [Hard] * n + [Prop] * 80]))
    f = make('o[0]')
    print('g', n, runs([f(k()) for k in [Odd] * n + [Item] * 80]))
    f = make('o(1).r')
    print('i', n, runs([f(k) for k in [Slow] * n + [Init] * 80]))
