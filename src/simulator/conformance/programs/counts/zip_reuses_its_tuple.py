# zip gives the same tuple again where nobody else holds it.
import sys

R = sys.getrefcount

a, b = [], []
v, w = [a, b, a], [b, a, b]
z = zip(v, w)
print(R(v), R(z))
for pair in z:
    print(R(pair), R(a), R(b))
seen = set()
for x, y in zip(v, w):
    print(R(x), R(y))
kept = list(zip(v, w))
print(R(a), R(b), R(kept[0]))
print(R(next(zip(v))), R(a))
