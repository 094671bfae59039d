# a in [a, a, a]
import sys
a = []
l = [a, a, a]
print(sys.getrefcount(a))
