# getrefcount(r())
import sys, weakref
class C: pass
o = C()
r = weakref.ref(o)
print(sys.getrefcount(o), sys.getrefcount(r()), sys.getrefcount(r))
