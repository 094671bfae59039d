# sum(getrefcount(x) for x in [a])
import sys
a = []
print(sum(sys.getrefcount(x) for x in [a]), [sys.getrefcount(x) for x in [a]], {sys.getrefcount(x) for x in [a]})
