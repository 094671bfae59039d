# What a call holds of arguments that came unpacked from a tuple and a dict.
import sys
R = sys.getrefcount
class C:
    def __call__(self, a, k=None): return R(self), R(a), R(k)
class D:
    def __init__(self, a, k=None): print(R(self), R(a), R(k))
v, w = [], []
c = C()
t = (v,); d = {'k': w}
for i in range(2):
    print(c(v, k=w), c(*t, **d), c(*t, k=w), c(v, **d))
    D(v, k=w); D(*t, **d); D(v, **d)
def f(a, k=None): return R(a), R(k)
print(f(*t, **d), f(v, **d), sorted([v], **{'key': R}), max([v], [w], **{'key': R}))
b = [].append
class M:
    def m(self, a, k=None): return R(self), R(a), R(k)
m = M(); g = m.m
print(g(*t, **d), m.m(*t, **d), g(v, k=w))
