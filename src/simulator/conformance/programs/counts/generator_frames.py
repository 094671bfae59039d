# A generator holds its arguments and variables until it ends.
import sys

R = sys.getrefcount

def g(x):
    y = [x]
    print(R(x), R(y))
    z = yield y
    print(R(x), R(y), z is None or R(z))
    yield z
v, w = [], []
i = g(v)
print(R(v), R(i))
y = next(i)
print(R(v), R(y))
print(i.send(w) is w, R(w))
print(next(i, None), R(v), R(w), R(y))
i = g(v); next(i); i.close(); print(R(v), R(i))
i = g(v); next(i); del i; print(R(v))
print([R(x) for x in g(v)], R(v))
j = g(v)
print(R(j.gi_frame), R(v), R(j))
