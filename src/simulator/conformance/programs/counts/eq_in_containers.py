# Looking for an item asks __eq__ while the container holds both.
import sys

R = sys.getrefcount

class E:
    def __eq__(self, other):
        print(R(self), R(other))
        return False
    def __hash__(self):
        print('hash', R(self))
        return 1
a, b = E(), E()
v = [a]
print(b in v, v.count(b), R(a), R(b))
print(b in (a,), [a] == [b], (a,) != (b,), R(a))
s = {a}
print(b in s, len(s | {b}), R(a), R(b))
d = {a: 1}
print(b in d, d.get(b), R(a), R(b))
try:
    v.remove(b)
except ValueError:
    print(R(a), R(b))
