# A deque holds what is in it; its comparisons and searches call back.
import sys
from collections import deque

R = sys.getrefcount

class C:
    def __init__(self, n, act=None):
        self.n, self.act = n, act
    def __eq__(self, other):
        seen.append((R(self), R(other)))
        if self.act:
            self.act()
        return self.n == getattr(other, 'n', None)
    def __lt__(self, other):
        seen.append(('lt', R(self), R(other)))
        return self.n < other.n
    def __del__(self):
        seen.append(('gone', self.n, R(self)))

def told(*what):
    print(*what, seen, R(a), R(b), R(d))
    seen.clear()

seen, a, b = [], C(1), C(2)
d = deque([a, b])
told(d == deque([a, b]), d < deque([b, a]), d.count(a), d.index(b), b in d, C(3) in d)
d.remove(b)
told(len(d))
d.extend([b, a, b])
d.extendleft((b,))
told(len(d), R(d[0]))
d.rotate(2)
told(d[0] is a, R(d.copy()), R(d + d), R(d * 2))
it = iter(d)
told(R(it), R(next(it)), R(d), it.__length_hint__())
r = reversed(d)
told(R(r), R(next(r)))
del it, r
d.insert(1, d)
told(R(d), d.index(d))
d.remove(d)
told(d.pop() is d, len(d))
short = deque([C(9), a, b], maxlen=2)
told(len(short), R(short))
short.append(C(8))
short.appendleft(C(7))
told(len(short))
short[0] = a
del short[1]
told(len(short))
short += [b, b, b]
told(len(short), short.popleft() is b)
e = deque([C(5, lambda: e.append(a)), a])
for act in (lambda: C(4) in e, lambda: e.remove(C(4)), lambda: e.index(C(4)), lambda: e.count(C(4)), lambda: R(next(iter(e)))):
    try:
        told(act())
    except (RuntimeError, IndexError, ValueError) as error:
        told(type(error).__name__, R(error), len(e))
e[0].act = None
e.clear()
told(R(e))
for x in d:
    told(R(x))
    break
del d[0], x
told(len(d))
d.clear()
told(R(short))
