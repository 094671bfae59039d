# getrefcount(f)
import sys
def f(): pass
print(sys.getrefcount(f))
