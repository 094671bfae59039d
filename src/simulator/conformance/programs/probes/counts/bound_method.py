# m = o.meth
import sys
class C:
    def meth(self): return sys.getrefcount(self)
o = C()
m = o.meth
print(sys.getrefcount(o), o.meth(), m(), C().meth(), sys.getrefcount(m))
