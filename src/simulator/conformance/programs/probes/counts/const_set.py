# {5000, 5001, 5002}
import sys
s = {5000, 5001, 5002}
for e in sorted(s): print(sys.getrefcount(e), end=' ')
print()
