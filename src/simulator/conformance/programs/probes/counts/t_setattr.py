# o.x = o self reference
import sys
class A: pass
o = A(); o.me = o
print(sys.getrefcount(o))
