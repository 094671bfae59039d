# a=[]; getrefcount(a) at module level
import sys
a = []
print(sys.getrefcount(a))
