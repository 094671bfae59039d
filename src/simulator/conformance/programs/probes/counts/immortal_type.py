# getrefcount(int), getrefcount(object), getrefcount(len)
import sys
print(*[sys.getrefcount(o) if sys.getrefcount(o) > 10**6 else 'mortal' for o in (int, object, list, len, sys)])
