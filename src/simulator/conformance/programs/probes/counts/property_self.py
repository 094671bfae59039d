# property getter
import sys
class C:
    @property
    def p(self): return sys.getrefcount(self)
c = C()
print(c.p, C().p)
