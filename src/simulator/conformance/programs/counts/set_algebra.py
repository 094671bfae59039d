# Sets made from sets: which object of two equal ones is kept.
import sys

R = sys.getrefcount


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n


a, b, twin = Same(1), Same(2), Same(1)
s, t = {a, b}, {twin}
print(R(a), R(b), R(twin), R(s), R(t))
for made in (s | t, t | s, s & t, t & s, s - t, s ^ t, s.union([twin], [b]), s.intersection([twin]), t.intersection(s)):
    print(R(a), R(b), R(twin), R(made), len(made))
del made
s |= t
s &= {a}
print(R(a), R(b), R(twin))
s ^= {b}
s -= t
print(R(a), R(b), R(twin), [x is b for x in s])
s.update([a, twin], {b: twin})
print(R(a), R(b), R(twin))
print(s.discard(twin), R(a), R(twin), s.add(twin), R(a), R(twin), s.pop() in (twin, b), len(s))
f = frozenset([a, b])
print(R(a), R(f), R(frozenset(f)), f.copy() is f, R(f), R(set(f)), {f: a}[frozenset([twin, b])] is a, R(f), R(a))
try:
    s.remove(Same(9))
except KeyError as error:
    print(R(error), R(error.args[0]))
try:
    s.update([a, []])
except TypeError as error:
    print(R(error), R(a))
for x in f:
    print(R(x), R(f))
print(f <= {a, b}, f > {twin}, f.isdisjoint(t), R(a), R(b), R(twin))
