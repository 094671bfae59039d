# m = o.m; m()
import sys
class C:
    def m(self): return sys.getrefcount(self)
c = C()
def f():
    m = c.m
    return m()
print([f() for _ in range(12)])
