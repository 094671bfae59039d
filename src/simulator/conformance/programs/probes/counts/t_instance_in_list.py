# loop over instances calling method
import sys
class A:
    def m(self): return sys.getrefcount(self)
l = [A(), A()]
for o in l: print(o.m(), end=' ')
print([o.m() for o in l])
