# A deque holds each item once.
from collections import deque
import sys

R = sys.getrefcount

a = []
d = deque([a, a], 3)
print(R(a), R(d))
d.append(a); d.appendleft(a); print(R(a), len(d))
d.rotate(1); d.reverse(); print(R(a))
print(R(d.pop()), R(d.popleft()), R(a))
print(d.count(a), d.index(a), a in d, R(a))
e = d.copy(); print(R(a), R(e))
e += [a]; e.extend(e); print(R(a), len(e))
it = iter(e); print(R(e), next(it) is a, R(a))
e.clear(); print(R(a), R(e))
d.remove(a); print(R(a))
