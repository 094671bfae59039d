# What dies while weak references look on, and in cycles. Each object's finalizer runs Python while the others wait.
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


print('\nweak:')
import weakref
x = weakref.WeakValueDictionary()
d = D(1)
x[1] = d
del d
d = D(2)
r = weakref.ref(d, D(3))
del d
weakref.ref(D(4))
x = weakref.WeakKeyDictionary()
d = D(5)
x[d] = D(6)
del d

print('\ncyc:')
import gc
for i in range(2):
    a, b = D(1), D(2)
    a.b, b.a = b, a
    a.l = [a, b, D(3)]
del a, b
gc.collect()
