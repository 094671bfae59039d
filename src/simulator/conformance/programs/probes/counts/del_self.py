# getrefcount(self) in __del__
import sys
class C:
    def __del__(self): print(sys.getrefcount(self))
c = C()
del c
C()
