# Binary operators, reflected and in place, with NotImplemented on the way.
import sys

R = sys.getrefcount

class A:
    def __add__(self, o): print('add', R(self), R(o)); return NotImplemented
    def __radd__(self, o): print('radd', R(self), R(o)); return self
    def __iadd__(self, o): print('iadd', R(self), R(o)); return self
    def __mul__(self, o): return R(self), R(o)
    def __pow__(self, o, m=None): return R(self), R(o), R(m) if m else m
    def __rpow__(self, o): return R(self), R(o)
    def __matmul__(self, o): return R(self), R(o)
    def __neg__(self): return R(self)
    def __divmod__(self, o): return R(self), R(o)
class B(A):
    def __radd__(self, o): print('B', R(self), R(o)); return o
a, b = A(), B()
t = [[]]
def ops(x, y):
    return x * y, x ** y, x @ y, -x, divmod(x, y), pow(x, y), pow(x, y, x)
for i in range(2):
    print(R(a + b), R(t + a), R([] + a if 0 else a))
    x = a
    x += b
    print(x is a, R(a)); x = None
    print(ops(a, b), t ** a, a * a)
    try:
        a + a
    except TypeError as e:
        print(R(a))
print(R(a), R(b), R(A() * A()), (A() * a), sum([a, a], t) is a)
