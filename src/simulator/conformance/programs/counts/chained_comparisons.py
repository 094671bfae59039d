# The middle of a chain is held for the second comparison.
import sys

R = sys.getrefcount

class C:
    def __lt__(self, other):
        print('lt', R(self), R(other))
        return True
    def __eq__(self, other):
        print('eq', R(self), R(other))
        return NotImplemented
    __hash__ = None
a, b, c = C(), C(), C()
print(a < b < c, a == b, a != b)
print(C() < C() < C(), C() == C())
def f(x, y, z):
    print(x < y < z, x > y, x == y)
f(a, b, c)
f(a, a, a)
print(R(a), R(b), R(c), [a] < [b], R(a))
