# enumerate gives the same tuple again where nobody else holds it.
import sys

R = sys.getrefcount

a = []
v = [a, a, a]
e = enumerate(v)
print(R(v), R(e))
for pair in e:
    print(R(pair), R(a))
for i, item in enumerate(v, 1000):
    print(R(item))
kept = list(enumerate(v))
print(R(a), R(kept[0]))
