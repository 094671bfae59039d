# __getattr__
import sys
class C:
    def __getattr__(self, n): return sys.getrefcount(self)
c = C()
print(c.zzz)
