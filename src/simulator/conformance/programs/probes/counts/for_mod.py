# for x in [[],[]] at module level
import sys
for x in [[], []]:
    print(sys.getrefcount(x), end=' ')
print(sys.getrefcount(x))
