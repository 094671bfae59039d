# getrefcount(C): empty class
import sys
class C: pass
print(sys.getrefcount(C))
