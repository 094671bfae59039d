# pop, popitem, setdefault and get: who owns what comes out.
import sys

R = sys.getrefcount

class K:
    def __hash__(self): return 1
    def __eq__(self, other):
        print('eq', R(self), R(other))
        return self is other
a, b, v, w = K(), K(), [], []
d = {a: v}
print(d.setdefault(b, w) is w, R(a), R(b), R(w))
print(d.setdefault(b, v) is w, R(v), R(w))
print(d.get(b) is w, d.get(b, v) is w, R(v))
print(R(d.pop(a)), R(a), R(v), d.pop(a, w) is w)
print(d.popitem() == (b, w), R(b), R(w))
try:
    d.popitem()
except KeyError as e:
    print(e, R(d))
try:
    d.pop(a)
except KeyError as e:
    print(e.args[0] is a, R(a))
print(R(a), R(b), R(v), R(w))
d[a] = d
print(R(d), R(d[a]), d.pop(a) is d, R(d))
