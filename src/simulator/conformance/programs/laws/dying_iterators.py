# What iterators give up. Each object's finalizer runs Python while the others wait.
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


print('\nzip:')
x = zip([D(1), D(2)], [D(3)])
next(x)
del x

print('\nitert:')
import itertools as it
for f in (lambda: it.chain([D(1)], [D(2)]), lambda: it.islice(it.cycle([D(1), D(2)]), 3), lambda: it.product([D(1)], [D(2), D(3)]), lambda: it.groupby([D(1), D(1), D(2)], key=lambda d: D(d.n)), lambda: it.tee([D(1), D(2)])[0], lambda: it.zip_longest([D(1)], [D(2), D(3)], fillvalue=D(4)), lambda: it.accumulate([D(1), D(2)], lambda a, b: D(3)), lambda: it.starmap(D(1), [(D(2), D(3))]), lambda: it.islice([D(1), D(2)], 1), lambda: it.pairwise([D(1), D(2), D(3)]), lambda: it.permutations([D(1), D(2)]), lambda: it.combinations([D(1), D(2)], 1), lambda: it.repeat(D(1), 2), lambda: it.takewhile(lambda x: D(x.n), [D(1), D(2)]), lambda: it.dropwhile(lambda x: 0, [D(1), D(2)]), lambda: it.compress([D(1), D(2)], [0, 1]), lambda: it.filterfalse(lambda x: D(1), [D(1)]), lambda: reversed([D(1), D(2)]), lambda: enumerate([D(1), D(2)]), lambda: map(D(1), [D(2)], [D(3)]), lambda: filter(D(1), [D(2)])):
    list(f())
    i = f()
    next(i, None)
    del i

print('\nit2:')
x = iter(D(1))
next(x)
del x
x = iter(lambda: D(1), D(2))
next(x)
del x
x = iter([D(1), D(2)])
del x
x = iter({D(1): D(2)}.items())
next(x)
del x
x = iter({D(1), D(2)})
next(x)
del x
for k, v in {D(1): D(2), D(3): D(4)}.items(): pass
del k, v

print('\nslice:')
x = slice(D(1), D(2), D(3))
del x

print('\nbytes:')
x = bytearray(b"abc")
m = memoryview(x)
del x
del m
import array
x = array.array("i", [1])
it = iter(x)
del x, it

print('\nga:')
x = list[D(1), D(2)]
del x
import typing
x = int | str
del x
