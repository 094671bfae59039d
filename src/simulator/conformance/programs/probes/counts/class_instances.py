# + n instances, + subclass
import sys
class C: pass
l = [C() for i in range(5)]
print(sys.getrefcount(C))
class D(C): pass
print(sys.getrefcount(C))
