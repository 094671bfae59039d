# int, float, bool, len and hash ask a method.
import sys

R = sys.getrefcount

class A:
    def __int__(self):
        return R(self)
    def __float__(self):
        return float(R(self))
    def __index__(self):
        return R(self)
    def __len__(self):
        return R(self)
    def __hash__(self):
        return R(self)
    def __complex__(self):
        return complex(R(self))
    def __bytes__(self):
        return bytes([R(self)])
a = A()
for i in range(2):
    print(int(a), float(a), complex(a), bytes(a), len(a), hash(a), bool(a))
    print(hex(a), bin(a), oct(a), [0] * 0, list(range(a)))
    print(int(A()), float(A()), len(A()), hash(A()), hex(A()))
