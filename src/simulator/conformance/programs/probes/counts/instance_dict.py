# o.__dict__
import sys
class C: pass
o = C(); o.x = []
d = o.__dict__
print(sys.getrefcount(d), sys.getrefcount(o.x), sys.getrefcount(o))
