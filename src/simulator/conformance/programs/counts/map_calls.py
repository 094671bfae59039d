# map holds its function and its iterator, and gives up each item.
import sys

R = sys.getrefcount

def f(x, y=None):
    return R(x), y is None or R(y)

a, b = [], []
v = [a, b]
m = map(f, v)
print(R(f), R(v), R(m))
print(next(m), R(a))
print(list(m), R(v))
print(list(map(f, v, v)), list(map(f, (a,), [b])))
print(next(map(lambda x: R(x), [[]])), R(a))
del m
print(R(f))
