import sys
R = sys.getrefcount
class A:
    def __init__(self, x=None):
        print(R(self), end=' ')
        self.x = x
        print(R(self), R(x) if x is not None else '')
v = []
for i in range(5):
    a = A()
    b = A(v)
    print(R(a), R(v))
    A()
