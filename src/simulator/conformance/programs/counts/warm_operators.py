# Operators that code has carried out so often that it knows the types.
import sys

R = sys.getrefcount

class N:
    def __init__(self, x):
        self.x = x
    def __add__(self, other):
        return R(self), R(other)
    __radd__ = __add__
    def __getitem__(self, key):
        return R(self), R(key)
    def __matmul__(self, other):
        return 0 if type(other) is list else (R(self), R(other))
    def __rmatmul__(self, other):
        return R(self), R(other)
    def __neg__(self):
        return R(self)

def both(a, b, warm):
    for i in range(warm):
        c = a + b
    return c if isinstance(c, tuple) and c and isinstance(c[0], int) else (R(c), R(a), R(b))

def items(a, k, warm):
    for i in range(warm):
        c = a[k]
    return c if type(c) is tuple else R(c)

a, b, v, key = N(1), N(2), [], ''.join(['ke', 'y'])
n = 10**20
print(both(a, b, 1), both(a, b, 30), both(a, v, 30), both(v, a, 30), R(a), R(b), R(v))
print(both([v], [v], 30), both((v,), (v,), 30), both(1.5, 2.5, 30), both(n, n, 30), both(key, key, 30), R(v), R(key))
print(items(a, v, 1), items(a, v, 30), items([v], 0, 30), items((v,), 0, 30) is v, R(v))
print(items({key: v}, key, 30), items(a, key, 30), items([v, v], slice(0, 1), 30), R(v), R(key))
for i in range(20):
    got = a @ b, v @ a, -a, a + v, v + a, a[v], a[v:], N(3) @ N(4), -N(5), N(6)[N(7)]
print(got, R(a), R(b), R(v))

def in_place(x, y, warm):
    for i in range(warm):
        x += y
    return R(x), R(y)

print(in_place([], [v], 20), in_place((), (v,), 20), in_place('', key, 20), in_place(0.5, 1.5, 20), R(v), R(key))
