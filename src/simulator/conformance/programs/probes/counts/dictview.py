# d.items()
import sys
d = {}
v = d.items(); k = d.keys(); w = iter(d)
print(sys.getrefcount(d))
