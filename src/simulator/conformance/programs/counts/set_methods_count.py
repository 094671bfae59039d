# What each method of a set takes and gives back.
import sys

R = sys.getrefcount

class E:
    pass
a, b = E(), E()
s = {a}
s.add(a); s.add(b); print(R(a), R(b))
t = s.copy(); print(R(a))
t |= {a}; print(R(a), R(s | t), R(a))
t -= {b}; print(R(a), R(b))
print(len(s & t), len(s ^ t), len(s - t), s >= t, R(a), R(b))
s.discard(b); print(R(b))
print(R(t.pop()), R(a))
f = frozenset(s); print(R(a), frozenset(f) is f, R(f))
s.update([a, b], (b,)); print(R(a), R(b))
s.intersection_update([b]); print(R(a), R(b))
s.clear(); del f; print(R(a), R(b))
