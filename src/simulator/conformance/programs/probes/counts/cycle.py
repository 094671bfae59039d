# a.b = b; b.a = a
import sys
class C: pass
a = C(); b = C()
a.o = b; b.o = a
print(sys.getrefcount(a), sys.getrefcount(b))
