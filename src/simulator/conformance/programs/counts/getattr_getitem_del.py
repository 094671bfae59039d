# Special attribute and item methods through operators, builtins and super.
import sys

R = sys.getrefcount

class A:
    def __getitem__(self, k): return R(self), R(k)
    def __setitem__(self, k, v): print('set', R(self), R(k), R(v))
    def __delitem__(self, k): print('del', R(self), R(k))
    def __contains__(self, k): print('in', R(self), R(k)); return True
    def __len__(self): print('len', R(self)); return 3
    def __reversed__(self): return R(self)
    def __missing__(self, k): return k
class B(A):
    def __getitem__(self, k): return super().__getitem__(k)
    def __setitem__(self, k, v): super().__setitem__(k, v)
    def __len__(self): return super().__len__()
k, v = (), []
k = [k]
for o in (A(), B(), A()):
    for i in range(2):
        print(o[k], o[v], o.__getitem__(k))
        o[k] = v
        o[k:k] = v
        del o[k]
        print(k in o, k not in o, len(o), bool(o), reversed(o))
import operator
o = B()
print(operator.getitem(o, k), operator.contains(o, k), R(o), R(k), R(v))
operator.setitem(o, k, v); operator.delitem(o, k)
class D(dict):
    def __missing__(self, k): return R(self), R(k)
d = D()
n = 5000 * len([1])
print(d[n], d[n], D.__getitem__(d, n), R(n), d.get(n))
