# does finalize hold the object? getrefcount
import weakref, sys
class C: pass
o = C()
f = weakref.finalize(o, print)
print(sys.getrefcount(o), weakref.getweakrefcount(o))
del o
