# cycle keeps a copy, repeat one object.
from itertools import accumulate, count, cycle, repeat
import sys

R = sys.getrefcount

a, b = [], []
c = cycle([a, b])
print(R(a), next(c) is a, R(a), next(c) is b, R(b))
print(next(c) is a, R(a), R(b))
del c
print(R(a), R(b))
r = repeat(a, 2)
print(R(a), [R(x) for x in r], R(a), R(next(repeat(b))))
n = 10 ** 20
k = count(n)
print(R(n), next(k) is n, R(n), R(next(k)))
def add(x, y):
    print(R(x), R(y))
    return y
print([R(x) for x in accumulate([a, b, a], add)], R(a), R(b))
