# a, b = b, a
import sys
a = []; b = [a]
a, b = b, a
print(sys.getrefcount(a), sys.getrefcount(b))
