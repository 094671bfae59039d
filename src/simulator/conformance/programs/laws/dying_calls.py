# What calls give up: arguments, locals, closures, functions. Each object's finalizer runs Python while the others wait.
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


print('\nclosure:')
def f():
    a, b = D(1), D(2)
    return lambda: (a, b)
g = f()
del g

print('\nframe:')
def f(a, b, *c, d=D(4), **k):
    e = D(5)
    g = D(6)
f(D(1), D(2), D(3), z=D(7), y=D(8))
del f

print('\nargs:')
def f(*a, **k): return len(a)
f(*[D(1), D(2)], **{"x": D(3), "y": D(4)})
print(f(D(1), D(2), k=D(3)))
len([D(1), D(2)])
str(D(1))
list(map(D(1), [D(2), D(3)]))
max([D(1), D(2)], key=lambda d: d.n)
sum([D(1).n, D(2).n])

print('\nret:')
def f():
    a = D(1)
    b = D(2)
    return D(3)
f()
x = f()
class K:
    def __init__(self):
        a = D(1)
        self.d = D(2)
K()
x = K()
x = 0
(lambda a: D(5))(D(4))
list(map(lambda a: D(5), [D(4)]))

print('\nmethod:')
x = D(1).m
del x

print('\nfunc:')
def f(a=D(1), *, b=D(2)) -> None: pass
f.x = D(3)
f.y = D(4)
f.__defaults__ = (D(5),)
f.__kwdefaults__ = {"b": D(6)}
del f
def g(x: D(1), y: D(2)): pass
g.__annotations__
del g

print('\nsys1:')
import sys
sys.getrefcount(D(1))
isinstance(D(1), D)
hasattr(D(1), "x")
getattr(D(1), "x", D(2))
hash(D(1))
id(D(1))
repr(D(1))
callable(D(1))
type(D(1))
vars(D(1))
dir(D(1))
iter(D(1))
setattr(D(1), "x", D(2))
divmod(7, 2)
print(D(1).n, D(2).n, end=str(D(3).n))
round(2.5)
super(D, D(1))
object.__new__(D).n = 0
D.__init__(D(1), D(2)) if 0 else 0
D(1).__class__
D(1).__dict__
D(1).m()
D(1).m
D.m(D(1))
x = D(1).m
x()
x = 0
D(1)()
D(1)(D(2), *[D(3)], k=D(4), **{"z": D(5)})

print('\nglob:')
D(1)
x = D(2)
x = D(3)
globals()["x"] = D(4)
exec("y = D(5)")
exec("y = D(6)", {"D": D})
eval("[D(7), D(8)]")
type("T", (D,), {"a": D(9)})
x = D(1), D(2)
import sys
sys.exc = D(3)
sys.exc = D(4)
del sys.exc
