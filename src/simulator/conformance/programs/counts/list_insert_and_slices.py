# Insertion, slice assignment and slice deletion own and let go.
import sys

R = sys.getrefcount

v, w = [], []
l = [v]
l.insert(0, v); l.insert(5, w); l.insert(-9, w)
print(R(v), R(w), len(l))
l[1:3] = [v, v, v]
print(R(v), R(w), R(l))
l[::2] = [w] * len(l[::2])
print(R(v), R(w))
del l[1::2]
print(R(v), R(w), len(l))
del l[-1]
l[:] = iter([v, v])
print(R(v), R(w))
try:
    l[::2] = [w, w, w]
except ValueError as e:
    print(e, R(w), R(l))
try:
    l[0:1] = 5
except TypeError as e:
    print(type(e).__name__, R(v))
l += l
print(R(v), len(l))
l *= 2
print(R(v), len(l))
l *= 0
print(R(v), R(l))
