# getrefcount(self) in __init__ (cold)
import sys
class C:
    def __init__(self): self.n = sys.getrefcount(self)
c = C()
print(c.n)
