# it = iter(l)
import sys
l = [1]
it = iter(l)
print(sys.getrefcount(l))
next(it); next(it, None)
print(sys.getrefcount(l))
