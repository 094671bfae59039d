# set union
import sys
class K: pass
k = K()
s = {k}; t = s | {k}
print(sys.getrefcount(k))
