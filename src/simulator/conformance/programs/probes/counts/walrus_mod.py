# getrefcount(y := [])
import sys
print(sys.getrefcount(y := []))
def f(): return sys.getrefcount(y := [])
print(f())
