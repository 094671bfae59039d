# obj() with __call__
import sys
class C:
    def __call__(self): return sys.getrefcount(self)
c = C()
def f(c): return c()
print([f(c) for _ in range(12)])
