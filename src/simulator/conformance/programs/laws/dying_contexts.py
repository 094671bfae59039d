# What context managers, dataclasses and enums give up. Each object's finalizer runs Python while the others wait.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
    def __call__(self, *a, **k): return D(9)
    def m(self): pass
    def __iter__(self): return iter([D(1), D(2)])
    def __get__(self, o, t): return D(3)


print('\nctx:')
from contextlib import contextmanager, ExitStack, closing, suppress
@contextmanager
def c(a):
    b = D(2)
    yield D(3)
with c(D(1)) as x: pass
with ExitStack() as s:
    s.callback(D(4), D(5))
    s.enter_context(c(D(6)))
with suppress(ValueError): raise ValueError(D(7))

print('\ndc:')
from dataclasses import dataclass, field
@dataclass
class P:
    x: object
    y: object = field(default_factory=lambda: D(1))
p = P(D(2))
repr(p)
del p

print('\nenumx:')
import enum
class E(enum.Enum):
    A = 1
E.A.x = D(1)
E.A.x = D(2)
