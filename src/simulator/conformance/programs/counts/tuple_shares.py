# A tuple of a tuple is the same tuple; others hold their items anew.
import sys

R = sys.getrefcount

a = []
t = (a, a)
print(R(a), R(t))
u = tuple(t); print(u is t, R(t))
u = t[:]; print(u is t, R(t))
u = t * 1; print(u is t, R(t))
u = t + (); print(u is t, R(t), R(a))
u = t + (a,); print(R(t), R(a))
u = t[1:] * 2; print(R(t), R(a), R(u))
u = tuple([a]); print(R(a), R(u))
u = (*t, a); print(R(a), R(u))
x, *y = t; print(R(a), R(y))
print(t.count(a), t.index(a), a in t, R(a), R(t))
