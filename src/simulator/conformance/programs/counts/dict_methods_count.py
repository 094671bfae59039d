# What each method of a dict takes and gives back.
import sys

R = sys.getrefcount

class K:
    pass
k, a = K(), []
d = {k: a}
print(R(k), R(a))
print(d.get(k) is a, R(d.get(k)), R(d[k]))
print(d.setdefault(k, []) is a, R(d.setdefault(K(), a)), R(a))
d.update({k: a}, x=a); print(R(k), R(a))
print(R(d.pop(k)), R(k), R(a))
key, value = d.popitem(); print(key, R(value), R(a))
del key, value
e = dict.fromkeys([k, 1, 2], a); print(R(k), R(a))
e |= {3: a}; print(R(a))
f = e | d; print(R(k), R(a))
print(len(f.copy()), R(k), R(a))
e.clear(); f.clear(); d.clear(); print(R(k), R(a))
