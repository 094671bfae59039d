# A class that is a container is asked with what it should hold.
import sys

R = sys.getrefcount

class C:
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        return R(self), R(k)
    def __setitem__(self, k, v):
        print(R(self), R(k), R(v))
        self.d[1] = v
    def __delitem__(self, k):
        print(R(self), R(k))
    def __contains__(self, k):
        return print(R(self), R(k))
    def __missing__(self, k):
        return R(self)
    def __len__(self):
        return 1
c, k, v = C(), [], []
for i in range(3):
    print(c[k], c[k:k] [0], k in c)
    c[k] = v
    del c[k]
    print(R(k), R(v))
class D(dict):
    def __missing__(self, k):
        print(R(self), R(k))
        return v
d = D()
print(d[(1, i)] is v, R(d), R(v), R(d[('x', i)]))
C()[[]] = []
