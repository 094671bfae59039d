# What generators and coroutines give up. Each object's finalizer runs Python while the others wait.
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


print('\ngen:')
def g(a, b):
    c = D(3)
    yield D(4)
    yield 2
x = g(D(1), D(2))
next(x)
next(x)
x.close()
x = g(D(1), D(2))
next(x)
del x

print('\ngen2:')
def g():
    a = D(1)
    x = yield D(2)
    b = D(3)
    return D(4)
i = g()
next(i)
try: i.send(D(5))
except StopIteration as e: pass
def h():
    r = yield from g()
    q = D(7)
list(h())
i = h()
next(i)
try: i.throw(ValueError(D(8)))
except ValueError as e: pass
i = g()
next(i)
i.close()

print('\ncoro:')
async def f(a):
    b = D(2)
    return D(3)
c = f(D(1))
try: c.send(None)
except StopIteration as s: pass
c = f(D(1))
c.close()
