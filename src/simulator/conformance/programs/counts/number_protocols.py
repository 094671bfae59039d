# What the numbers ask of objects: __index__, __float__, __complex__, __round__, __trunc__ and friends; subclasses of numbers.
import math
import operator
import sys

R = sys.getrefcount
seen = []

class Num:
    def __index__(self):
        seen.append(R(self))
        return 2
    def __float__(self):
        seen.append(('f', R(self)))
        return 2.5
    def __complex__(self):
        seen.append(('c', R(self)))
        return 1j
    def __trunc__(self):
        return 5
    def __floor__(self):
        seen.append(R(self))
        return big
    __ceil__ = __floor__
    def __divmod__(self, other):
        seen.append((R(self), R(other)))
        return self, other
    def __pow__(self, other, mod=None):
        seen.append((R(self), R(other), mod is None or R(mod)))
        return self
    def __rpow__(self, other, mod=None):
        return R(self), R(other) if R(other) < 99 else "small"
    def __abs__(self):
        return R(self)
    __pos__ = __invert__ = __abs__

class Int(int):
    def __add__(self, other):
        return R(self), R(other) if R(other) < 99 else "small"
    __rsub__ = __radd__ = __add__
    def __eq__(self, other):
        seen.append((R(self), R(other) > 0))
        return int.__eq__(self, other)
    __hash__ = int.__hash__

class Flt(float):
    def __mul__(self, other):
        return R(self)
    def __rmul__(self, other):
        return R(self), R(other) > 0

def told(*what):
    print(*what, seen, R(n), R(i), R(x), R(v))
    seen.clear()

n, i, x, v, big = Num(), Int(10**15), Flt(2.5), [], 10**30
told(range(9)[n], [1, 2, 3][n], 'abc'[n:], bin(n), hex(n), chr(n), int(n), 'ab' * n == 'abab', [v] * n == [v, v])
told(float(n), complex(n), complex(1, 0) + 1, math.floor(n) is big, math.ceil(n) is big, math.sqrt(n) > 1, math.gcd(n, n), R(big))
told(divmod(n, v)[0] is n, pow(n, v) is n, pow(n, v, i) is n, n ** v is n, v ** n, abs(n), +n, ~n)
told(i + v, v + i, i + 1, 1 + i, 1 - i, i == 10**15, i in [i], i in {i}, i in [0, 10**15], sum([i]))
told(x * 2, 2 * x, x * x, 2.5 * x, x + x, R(x.real), R(+x), R(abs(x)), R(x.conjugate()), R(float(x)))
told(R(int(i)), R(+i), R(i.real), R(i.numerator), R(operator.index(i)), R(round(i)), R(i.__index__()), R(math.trunc(i)))
told(R(complex(x)), R(big.real), R(+big), R(int(big)), R(abs(big)), R(big | 0), R(big + 0), R(big * 1), R(round(big)), R(big.conjugate()))
c = 1j * len([1])
told(R(c), R(+c), R(complex(c)), R(c.real), R(c + 0), R(c.conjugate()), R(c ** 1))
told([i, i].count(i), [i].index(10**15), {i: v}[i] is v, {i: v}.get(10**15) is v, i != v, max([i, i]) is i, sorted([i, i])[0] is i)
