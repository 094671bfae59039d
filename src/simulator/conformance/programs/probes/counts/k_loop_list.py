# for x in [5000, 6000] (list literal -> tuple)
import sys
for x in [5000, 6000]: print(sys.getrefcount(x), end=' ')
print()
