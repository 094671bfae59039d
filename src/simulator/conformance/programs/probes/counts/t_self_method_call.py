# self.other() from a method
import sys
class A:
    def one(self): return self.two()
    def two(self): return sys.getrefcount(self)
o = A()
print(o.one(), A().one())
