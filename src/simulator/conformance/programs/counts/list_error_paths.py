# Operations on lists that fail leave the counts as they were.
import sys

R = sys.getrefcount

class Bad:
    def __eq__(self, other):
        raise KeyError(R(self), R(other))
    def __index__(self):
        raise ValueError(R(self))
b, v, w = Bad(), [], [1]
l = [v, b]
for call in (
    lambda: l.index(w), lambda: l.remove(w), lambda: l.count(b), lambda: [b] == [Bad()],
    lambda: l[b], lambda: l.pop(b), lambda: l.insert(b, v), lambda: l.pop(9), lambda: l * b,
    lambda: l + (v,), lambda: l.extend(5), lambda: b in [v], lambda: l.__setitem__(7, v),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e.args if type(e) in (KeyError, ValueError) else '', R(v), R(b), R(l))
print(R(v), R(b), R(l))
