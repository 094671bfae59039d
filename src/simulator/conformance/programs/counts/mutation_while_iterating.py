# Containers changed while they are gone through.
import sys

R = sys.getrefcount

v = []
l = [v, v, v]
for x in l:
    l.clear()
    print(R(x), R(v), R(l))
d = {1: v, 2: v}
try:
    for k in d:
        d[k + 10] = v
except RuntimeError as e:
    print(e, R(v), R(d))
try:
    for x in d.values():
        d.clear()
        print(R(x), R(v))
except RuntimeError as e:
    print(e, R(v), R(d))
s = {1, 2}
try:
    for x in s:
        s.add(x + 5)
except RuntimeError as e:
    print(e, R(s))
l = [v]
for x in l:
    if len(l) < 4:
        l.append(v)
print(R(v), len(l), R(l))
class E:
    def __eq__(self, other):
        big.clear()
        return False
big = [E(), v, v]
print(v in big, R(v), big)
