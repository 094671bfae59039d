import sys
R = sys.getrefcount
class B:
    def __init__(self): self.b = R(self)
class A(B):
    def __init__(self):
        super().__init__()
        self.a = R(self)
for i in range(4):
    a = A(); print(a.b, a.a, R(a))
