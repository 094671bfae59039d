# self in overridden __init__ chain
import sys
class A:
    def __init__(self): self.a = sys.getrefcount(self)
class B(A):
    def __init__(self):
        super().__init__()
        self.b = sys.getrefcount(self)
o = B()
print(o.a, o.b)
