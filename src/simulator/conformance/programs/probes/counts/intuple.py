# (a, a)
import sys
a = []
l = (a, a)
print(sys.getrefcount(a))
