# sum gives up each partial sum.
import sys

R = sys.getrefcount

class N:
    def __init__(self, n):
        self.n = n
    def __radd__(self, other):
        print('r', R(self), R(other) if isinstance(other, N) else other)
        return self
    def __add__(self, other):
        print('+', R(self), R(other))
        return N(self.n + other.n)
a, b = N(1), N(2)
print(sum([a, b]).n, R(a), R(b))
print(sum((a, b, a), b).n, R(a), R(b))
start = []
print(len(sum([[a], [b]], start)), R(start), R(a))
