# chain holds what it has not come to yet.
from itertools import chain, islice
import sys

R = sys.getrefcount

a, b = [], []
v, w = [a], [b]
c = chain(v, w)
print(R(v), R(w), R(c))
print(next(c) is a, R(v), R(a))
print(next(c) is b, R(v), R(w), R(b))
print(next(c, None), R(v), R(w))
c = chain.from_iterable(iter([v, w]))
print(next(c) is a, R(v), R(w))
i = islice([a, b, a, b], 1, None, 2)
print(R(a), [R(x) for x in i], R(b))
print(list(islice(c, 5)) == [b], R(v), R(w))
