# What exceptions and refused calls give up. Each object's finalizer runs Python while the others wait.
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


print('\nexc:')
try: raise ValueError(D(1), D(2))
except ValueError as e: pass
e = KeyError(D(1), D(2))
e.x = D(3)
del e

print('\nexc2:')
def f():
    x = D(1)
    y = D(2)
    raise ValueError(D(3))
try: f()
except ValueError as e: g = e
del g
try:
    try: f()
    finally: z = D(4)
except ValueError: pass
try: raise ExceptionGroup("g", [ValueError(D(1)), TypeError(D(2))])
except* ValueError as e: D(3)
except* TypeError as e: D(4)

print('\nexc3:')
class E(Exception):
    def __init__(self, d): self.d = d
def f():
    a = D(1)
    try:
        b = D(2)
        raise E(D(3))
    except E as e:
        c = D(4)
        raise KeyError(D(5)) from e
    finally:
        g = D(6)
try: f()
except KeyError as e: x = e
x = 0
try: D(1).nope
except AttributeError as e: pass
try: [D(1)][5]
except IndexError: pass
try: {}[D(1)]
except KeyError: pass
try: D(1) + D(2)
except TypeError: pass
try: len(D(1))
except TypeError: pass
try: f(D(1), D(2), k=D(3))
except TypeError: pass
try: int(D(1))
except TypeError: pass
try: raise E
except TypeError: pass
try: assert not D(1), D(2)
except AssertionError: pass
try: a, b = [D(1)]
except ValueError: pass
try: a, b = [D(1), D(2), D(3)]
except ValueError: pass
try: a, b = iter([D(1), D(2), D(3)])
except ValueError: pass
try: next(x for x in [D(1)] if 0)
except StopIteration: pass
