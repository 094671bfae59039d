# A comparison written in Python sees what sort holds.
import sys

R = sys.getrefcount

class A:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        print(self.n, R(self), other.n, R(other))
        return self.n < other.n

v = [A(2), A(3), A(1)]
v.sort()
print([item.n for item in v], R(v[0]))
w = sorted(v, reverse=True)
print(R(v[0]), R(w))
del v
print(R(w[0]))
