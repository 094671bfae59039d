# filter holds an item while it asks.
import sys

R = sys.getrefcount

def f(x):
    print(R(x))
    return x is not a

a, b = [1], [2]
v = filter(f, [a, b])
print(R(f), R(v))
print(next(v) is b, R(a), R(b))
print(list(filter(f, (a, b, a))) == [b])
print(list(filter(None, [a, b, []])), R(a))
