# A copy shares what is in it, a deep copy does not.
import copy
import sys

R = sys.getrefcount

class A:
    pass
a, v = A(), []
a.x = v
b = copy.copy(a); print(R(v), R(b), R(a))
w = copy.copy([v, a]); print(R(v), R(a), R(w))
d = copy.copy({1: v}); print(R(v), R(d))
e = copy.deepcopy(a); print(R(v), R(e), R(e.x))
f = copy.deepcopy([v, v]); print(R(v), R(f[0]), f[0] is f[1])
v.append(v)
g = copy.deepcopy(v); print(R(g), g[0] is g, R(v))
class C:
    def __copy__(self):
        return R(self)
    def __deepcopy__(self, memo):
        return R(self), R(memo)
c = C()
print(copy.copy(c), copy.deepcopy(c), copy.deepcopy([c]), copy.copy(C()), R(c))
