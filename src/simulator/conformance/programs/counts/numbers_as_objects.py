# Numbers too large to be kept are objects like others.
import sys

R = sys.getrefcount
text = '123456789'
n, x, z = int(text * 3), float(text), complex(float(text), 1.0)
print(R(n), R(x), R(z))
m = n
both = [n, n + 0, +n, int(n), n * 1, abs(n), n // 1, n | 0, round(n), n.real, n.numerator, n.__index__(), n.conjugate()]
print(R(n), [b is n for b in both])
floats = [x + 0, +x, float(x), x * 1, abs(x), x.real, x.conjugate(), x.__float__(), x // 1, round(x, 1), -(-x)]
print(R(x), [f is x for f in floats], R(floats[0]))
print(R(z.real), R(z.imag), complex(z) is z, R(z), +z is z, z.conjugate() is z, R(z + 1))
del both, floats, m
print(R(n), R(x), R(z))


class Index:
    def __index__(self):
        print('index', R(self))
        return n

    def __float__(self):
        print('float', R(self))
        return x

    def __complex__(self):
        print('complex', R(self))
        return z

    def __round__(self, digits=None):
        return R(self), digits

    def __divmod__(self, other):
        return R(self), R(other)

    def __rpow__(self, other):
        return R(self), R(other)


i = Index()
print(int(i) is n, R(n), float(i) is x, R(x), complex(i) is z, R(z), R(i))
print(round(i), round(i, 2), divmod(i, n), n ** i, R(i), R(n))
print(R(sum([n, n])), R(n), R(max(n, n + 1)), R(min([n])), R(n), R(pow(n, 2, n * 3 + 1)), R(n), divmod(n, 7)[1], R(divmod(n, n + 1)[1]))
print(n is int(str(n)), R(int(str(n))), R(str(n)), R(hex(n)), R(n.to_bytes(16, 'big')), R(n))
for wrong in (lambda: n + 'x', lambda: n / 0, lambda: int(text + 'x'), lambda: float(text + 'y'), lambda: x % 0, lambda: n << -1, lambda: [0] * n):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, R(error), R(n), R(x))
