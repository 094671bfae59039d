# del of each kind of target lets one reference go.
import sys

R = sys.getrefcount

a = []
x = y = a; print(R(a))
del x; print(R(a))
v = [a, a, a]; print(R(a))
del v[0], v[-1]; print(R(a))
del v[:]; print(R(a))
d = {1: a}; del d[1]; print(R(a))
class A:
    b = a
o = A(); o.c = a; print(R(a))
del o.c, A.b; print(R(a))
def f(p):
    q = p
    print(R(p))
    del q
    print(R(p))
    def g():
        return p
    print(R(p), g() is p)
    del p
    print(R(a))
f(a)
(x, [y, z]) = a, [a, a]
del (x, [y, z])
print(R(a))
