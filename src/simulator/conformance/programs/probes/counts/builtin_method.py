# m = l.append
import sys
l = []
m = l.append
print(sys.getrefcount(l))
