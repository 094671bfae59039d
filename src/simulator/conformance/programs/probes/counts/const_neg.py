# x = -5000
import sys
x = -5000
print(sys.getrefcount(x))
