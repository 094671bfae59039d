# l.sort(); sorted(l)
import sys
class K:
    def __lt__(s, o): return True
k = K()
l = [k]; m = sorted(l); l.sort()
print(sys.getrefcount(k))
