# {a}
import sys
class K: pass
a = K()
d = {a}
print(sys.getrefcount(a))
