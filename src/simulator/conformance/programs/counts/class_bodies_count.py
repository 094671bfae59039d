# A class body is a function whose variables become the class's dict.
import sys

R = sys.getrefcount

v = []
class A:
    x = v
    print(R(v), R(x))
    y = [x, x]
    print(R(v), R(y))
    def f(self):
        return R(v), R(self.x)
    print(R(f))
print(R(v), R(A.y), R(A.f), A().f())
def inside(p):
    class B(A):
        x = p
        print(R(p), R(x))
        def g(self):
            return R(p), R(__class__)
    print(R(p), R(B), B().g())
    return B
B = inside(v)
print(R(v), R(B), R(B.g), R(B.g.__closure__))
del A.x, B.x
print(R(v))
