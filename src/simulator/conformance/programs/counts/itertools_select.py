# What passes through a filter is held for no longer than it is looked at.
from itertools import compress, dropwhile, filterfalse, starmap, takewhile
import sys

R = sys.getrefcount

a, b = [1], []
def f(*x):
    print([R(i) for i in x])
    return x[0]
for it in (takewhile(f, [a, b]), dropwhile(f, (a, b, a)), filterfalse(f, [a, b]), compress([a, b], [0, 1]),
           starmap(f, [(a, b), [b]])):
    print(R(it), R(a), R(b))
    print([R(x) for x in it], R(a), R(b))
