# method receives an argument
import sys
class C:
    def m(self, x): return sys.getrefcount(x), sys.getrefcount(self)
c = C(); a = []
print(c.m(a), c.m([]))
