# getrefcount(o.x) instance attribute
import sys
class C: pass
o = C()
o.x = []
print(sys.getrefcount(o.x))
