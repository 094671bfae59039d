# a + b with __add__, a == b, len(a), a < b, not a
import sys
class C:
    def __add__(self, o): return sys.getrefcount(self), sys.getrefcount(o)
    def __eq__(self, o): return sys.getrefcount(self)
    def __len__(self): return sys.getrefcount(self)
c = C(); e = C()
def f(c, e): return c + e
def g(c, e): return c == e
def h(c): return len(c)
print([f(c, e) for _ in range(10)][::9], [g(c, e) for _ in range(10)][::9], [h(c) for _ in range(10)][::9])
