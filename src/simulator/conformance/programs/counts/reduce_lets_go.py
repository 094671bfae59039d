# reduce holds the result so far and the next item.
from functools import cmp_to_key, reduce
import sys

R = sys.getrefcount

a, b = [1], [2]
def f(x, y):
    print(R(x), R(y))
    return y
print(reduce(f, [a, b]) is b, R(a), R(b))
print(reduce(f, (a, b, a), []) is a, R(a), R(b))
print(reduce(f, [[], [], []]) == [], R(a))
def compare(x, y):
    print(R(x), R(y))
    return x[0] - y[0]
v = sorted([b, a], key=cmp_to_key(compare))
print(v[0] is a, R(a), R(b))
k = cmp_to_key(compare)(a)
print(R(a), R(k), R(k.obj))
