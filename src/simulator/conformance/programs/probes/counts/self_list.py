# a.append(a)
import sys
a = []
a.append(a)
print(sys.getrefcount(a))
