# Numbers beyond the small ones are objects of their own.
import sys

R = sys.getrefcount

n = int('10') ** 10
f = float('1.5')
c = complex(1, len('ab'))
print(R(n), R(f), R(c), R(n + 1), R(f * 2), R(c + f))
print(int(n) is n, float(f) is f, complex(c) is c, +n is n, abs(n) is n, round(n) is n, R(n), R(f), R(c))
x = n; x += 1
print(R(n), R(x)); x = -n
print(R(n), R(x), abs(x) == n)
print(R(n.real), n.real is n, R(f.real), f.real is f, n.numerator is n, n.conjugate() is n, R(n))
print(divmod(n, 1)[0] is n, n // 1 is n, n * 1 is n, n | 0 is n, n ** 1 is n, R(n))
l = [n] * 3 + [f, f]
print(R(n), R(f), R(sum(l)), R(max(l)), max(l) is n, sorted(l)[-1] is n, R(n))
class I(int): pass
i = I(n); print(R(i), R(n), int(i) == n, R(I)); del i; print(R(I))
print(f.__trunc__(), f.as_integer_ratio(), n.bit_length(), R(n), R(f), hash(n), R(n))
t = (n, f, c); print(R(n), R(t), t == (n, f, c), R(n)); del t
print(R(n), R(f), R(c), isinstance(n, int), R(int(str(n))))
