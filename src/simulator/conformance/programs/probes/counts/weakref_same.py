# two weakref.ref(o) without callback are one object
import sys, weakref
class C: pass
o = C()
r = weakref.ref(o); s = weakref.ref(o)
print(r is s, sys.getrefcount(r), weakref.getweakrefcount(o))
