# enumerate/zip/map/reversed objects
import sys
l = [1]
e = enumerate(l); z = zip(l, l); m = map(str, l); r = reversed(l)
print(sys.getrefcount(l))
