# Sets by operators, methods and in-place.
import sys

R = sys.getrefcount

class K:
    pass
a, b, c = K(), K(), K()
s, t = {a, b}, frozenset([b, c])
print(R(a), R(b), R(c))
for r in (s | t, s & t, s - t, s ^ t, t | s, s.union([a], (c,)), s.intersection([a]), t.difference(s, [c]), s.symmetric_difference([a, c])):
    print(len(r), R(a), R(b), R(c), end='; ')
print()
r = None
s |= t
print(R(c), R(s)); s &= {a, c}
print(R(b), R(c)); s ^= {c, b}
print(R(b), R(c)); s -= {a}
print(R(a), R(b), len(s))
s.update([a, a], iter([b])); s.discard(c); s.add(a)
print(R(a), s.pop() in (a, b), R(t))
s.clear()
print(R(a), R(b), R(c), frozenset(t) is t, R(t))
try:
    s.remove(a)
except KeyError as e:
    print(R(a), R(e.args))
try:
    {a, []}
except TypeError:
    print(R(a))
