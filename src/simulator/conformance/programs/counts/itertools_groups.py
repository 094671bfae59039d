# groupby and tee share what they look at.
from itertools import groupby, tee
import sys

R = sys.getrefcount

a, b = [], []
def key(x):
    print(R(x))
    return len(x)
for k, g in groupby([a, b, [1]], key):
    print(k, R(g), [R(x) for x in g], R(a))
x, y = tee([a, b])
print(R(a), R(x), R(y))
print(next(x) is a, R(a), next(y) is a, R(a))
print(list(x)[0] is b, R(b), list(y)[0] is b, R(b))
del x, y
print(R(a), R(b))
