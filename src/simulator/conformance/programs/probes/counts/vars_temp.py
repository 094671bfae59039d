# getrefcount(o.__dict__)
import sys
class C: pass
o = C(); o.x = 1
print(sys.getrefcount(o.__dict__), sys.getrefcount(vars(o)))
