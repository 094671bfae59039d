# x = y = z = []
import sys
x = y = z = []
print(sys.getrefcount(x))
