# An in-place operator gives up its left side for the result.
import sys

R = sys.getrefcount

class I:
    def __iadd__(self, other):
        print(R(self), R(other))
        return self
    def __sub__(self, other):
        print(R(self), R(other))
        return other
def f(x, v):
    x += v
    print(R(x), R(v))
    x -= v
    print(R(x), R(v))
    v[0] += x
    print(R(x), R(v))
v, i = [I()], I()
f(i, v)
i += v
print(R(i), R(v))
w = u = []
w += [v]; print(R(w), R(v))
w *= 2; print(R(w), R(v))
w = w + w; print(R(w), R(u), R(v))
v[0].x = []; v[0].x += [v]
print(R(v), R(v[0].x))
