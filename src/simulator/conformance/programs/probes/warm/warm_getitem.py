# obj[0] with Python __getitem__
import sys
class C:
    def __getitem__(self, i): return sys.getrefcount(self)
c = C()
def f(c): return c[0]
print([f(c) for _ in range(12)])
