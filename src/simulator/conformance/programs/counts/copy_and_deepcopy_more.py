# copy and deepcopy by __copy__, __deepcopy__, __reduce_ex__ and state.
import copy
import sys

R = sys.getrefcount

class A:
    def __init__(self, v): self.v = v
    def __copy__(self):
        print('copy', R(self))
        return A(self.v)
    def __deepcopy__(self, memo):
        print('deep', R(self), R(memo), len(memo))
        return A(copy.deepcopy(self.v, memo))
class B:
    def __init__(self, v): self.v = v
    def __getstate__(self): return {'w': self.v}
    def __setstate__(self, state): self.__dict__.update(state)
v = [[]]
a, b = A(v), B(v)
c, d = copy.copy(a), copy.deepcopy(a)
print(R(v), R(c.v), R(d.v), R(d.v[0]), R(a))
e, f = copy.copy(b), copy.deepcopy(b)
print(R(v), R(e.w), R(f.w), R(b))
l = [v, v, (v, 1)]
m, n = copy.copy(l), copy.deepcopy(l)
print(R(v), R(n[0]), n[0] is n[2][0], R(n[2]), R(l))
memo = {}
o = copy.deepcopy(v, memo)
print(R(v), R(o), len(memo), R(v[0]), R(memo))
memo.clear()
print(R(v), R(o), R(v[0]))
del c, d, e, f, m, n, l
print(R(v), R(a), R(b))
