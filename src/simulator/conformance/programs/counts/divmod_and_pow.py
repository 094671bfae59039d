# Two operands, one result.
import sys

R = sys.getrefcount

class N:
    def __divmod__(self, other):
        return R(self), R(other)
    def __rdivmod__(self, other):
        return 'r', R(self), R(other)
    def __pow__(self, other, mod=None):
        return R(self), R(other), mod is None or R(mod)
    def __round__(self, n=None):
        return R(self), n is None or R(n)
    def __abs__(self):
        return R(self)
a, b, v = N(), N(), []
print(divmod(a, b), divmod(a, v), divmod(v, a))
print(pow(a, b), pow(a, b, v), a ** b)
print(round(a), round(a, v), abs(a))
print(divmod(N(), N()), pow(N(), []), abs(N()))
