# property getter after warm-up
import sys
class C:
    @property
    def p(self): return sys.getrefcount(self)
c = C()
def f(c):
    for i in range(100): r = c.p
    return r
print(f(c))
