# module comprehension reading a global
import sys
a = []
print([sys.getrefcount(a) for i in range(1)])
