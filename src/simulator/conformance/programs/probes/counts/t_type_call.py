# type(o) ref
import sys
class C: pass
o = C()
t = type(o)
print(sys.getrefcount(C), sys.getrefcount(type(o)))
