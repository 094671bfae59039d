# sorted(key=lambda x: ...), map, filter
import sys
class K: pass
a = K()
out = []
sorted([a], key=lambda x: out.append(sys.getrefcount(x)) or 0)
list(map(lambda x: out.append(sys.getrefcount(x)), [a]))
list(filter(lambda x: out.append(sys.getrefcount(x)), [a]))
print(out)
