import sys
R = sys.getrefcount
class M(type):
    def __call__(cls, *a): print('call', R(a)); return super().__call__(*a)
class A(metaclass=M):
    def __new__(cls, x): o = object.__new__(cls); print('new', R(o), R(x)); return o
    def __init__(self, x): print('init', R(self), R(x))
v = []
for i in range(3): a = A(v); print(R(a), R(v))
