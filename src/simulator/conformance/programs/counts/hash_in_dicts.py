# A key is asked for its hash each time.
import sys

R = sys.getrefcount

class K:
    def __hash__(self):
        print(R(self), end=' ')
        return 7
k = K()
d = {k: 1}
d[k] = 2
d.get(k), d.setdefault(k, 3), d.pop(k)
print(R(k))
s = {k}
s.add(k); s.discard(k)
print(R(k))
e = dict([(k, k)])
print(R(k), hash((k, k)), R(k))
f = frozenset([k])
print(R(k), hash(f) == hash(f), R(k))
print(len({K(): K(), K(): 1}), len({i: K() for i in (k, k)}))
