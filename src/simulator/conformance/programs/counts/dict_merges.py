# Merging dicts: keys of the first stay, values of the last win.
import sys

R = sys.getrefcount


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return self.n == other.n


k, twin, v, w = Key(1), Key(1), [], []
d, e = {k: v}, {twin: w}
print(R(k), R(twin), R(v), R(w))
m = d | e
print(R(k), R(twin), R(v), R(w), R(m))
m |= d
print(R(k), R(v), R(w))
m.update([(twin, w), (Key(2), w)])
print(R(k), R(twin), R(v), R(w), len(m))
m = {**e, **d, twin: w}
print(R(k), R(twin), R(v), R(w))
m = dict(d, named=w)
n = dict([[k, v], (twin, w)])
print(R(k), R(twin), R(v), R(w), R(n))
n = dict.fromkeys([k, twin], v)
print(R(k), R(twin), R(v), n.setdefault(twin, w) is v, R(w), n.pop(twin) is v, R(k), R(v))
try:
    m | [(k, v)]
except TypeError as error:
    print(R(error), R(k), R(v), R(m))
try:
    m.update([(k, v, w)])
except ValueError as error:
    print(R(error), R(k), R(v), R(w))
try:
    m |= [(k, w), [v, w]]
except TypeError as error:
    print(R(error), R(k), R(v), R(w))
for key, value in m.items():
    print(R(key) if key is k else '-', R(value))
m.clear()
del key, value
print(R(k), R(twin), R(v), R(w))
