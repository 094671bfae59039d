# Unpacking takes each item out and lets the rest go.
import sys

R = sys.getrefcount

a, b = [], []
t = (a, b)
x, y = t; print(R(a), R(b), R(t))
x, y = y, x; print(R(a), R(b))
(x, y), z = t, t; print(R(t), R(a))
x, *y = [a, b, a]; print(R(a), R(b), R(y))
*x, y = t; print(R(a), R(b), R(x))
def f():
    return a, b
x, y = f(); print(R(a), R(b), R(f()))
def g():
    x, y = f()
    x, y, z = y, x, x
    print(R(a), R(b), R(x))
    [p, [q, *r]] = x, [z, z, y]
    print(R(a), R(b), R(r))
g()
print(R(a), R(b))
