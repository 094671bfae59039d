# getrefcount(l[0])
import sys
l = [[]]
print(sys.getrefcount(l[0]))
