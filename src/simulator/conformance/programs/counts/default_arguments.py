# A default belongs to the function, and a call borrows or copies it.
import sys

R = sys.getrefcount

a, b = [], []
def f(x=a, *, y=b):
    return R(x), R(y), R(a)
print(R(a), R(b), R(f.__defaults__), R(f.__kwdefaults__))
print(f(), f([]), f(b), f(y=a))
def g(x=[]):
    x.append(R(x))
    return x
print(g(), g(), R(g()), R(g.__defaults__[0]))
f.__defaults__ = None
print(R(a), R(b))
del f
print(R(a), R(b))
h = lambda x=a: R(x)
print(h(), h(x=a), R(a), R(h))
