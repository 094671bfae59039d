# {'k': a} and as key
import sys
class K: pass
a = K()
d = {a: a}
print(sys.getrefcount(a))
