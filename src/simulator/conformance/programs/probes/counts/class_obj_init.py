# class with __init__ setting attributes
import sys
class C:
    def __init__(self): self.x = 1
print(sys.getrefcount(C))
c = C()
print(sys.getrefcount(C))
