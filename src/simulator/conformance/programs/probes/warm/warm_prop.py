# property read in a function: call 1,2,3..: refcount sequence
import sys
class C:
    @property
    def p(self): return sys.getrefcount(self)
c = C()
def f(c): return c.p
print([f(c) for _ in range(12)])
