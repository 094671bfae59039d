# Since 3.14 a method of a class with `__getattr__` is taken unbound once its line is warm, as long as no attribute may hide it.
import sys


class Lazy:
    def __getattr__(self, name): raise AttributeError(name)
    def count(self): return sys.getrefcount(self)

    @property
    def own(self): return sys.getrefcount(self)


class Filled(Lazy): kind = 'filled'
class Slotted(Lazy): __slots__ = ('a',)


class Asking:
    def __getattribute__(self, name): return object.__getattribute__(self, name)
    def __getattr__(self, name): raise AttributeError(name)
    def count(self): return sys.getrefcount(self)


def ask(o): return o.count()
def ask_filled(o): return o.count()
def ask_slotted(o): return o.count()
def ask_asking(o): return o.count()
def ask_own(o): return o.own
def ask_mixed(o): return o.count()


for f, kind in (ask, Lazy), (ask_filled, Filled), (ask_slotted, Slotted), (ask_asking, Asking), (ask_own, Lazy):
    o = kind()
    print(f.__name__, [f(o) for _ in range(5)], [f(kind()) for _ in range(3)])
o = Filled()
print([ask_filled(o) for _ in range(2)])
o.added = 1
print([ask_filled(o) for _ in range(3)])
o.count = lambda: 'hidden'
print([ask_filled(o) for _ in range(3)])
del o.count
print([ask_filled(o) for _ in range(3)])
Lazy.count = lambda self: sys.getrefcount(self) + 100
print([ask_filled(o) for _ in range(3)])
print([ask_mixed(kind()) for kind in (Asking, Asking, Lazy, Lazy, Filled, Lazy, Slotted, Slotted)])
