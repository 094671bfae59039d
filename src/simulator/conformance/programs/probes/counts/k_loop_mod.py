# for x in (5000, 6000) at module level
import sys
for x in (5000, 6000): print(sys.getrefcount(x), end=' ')
print()
