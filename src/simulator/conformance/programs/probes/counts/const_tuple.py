# (5000, 6000)
import sys
x = (5000, 6000)
print(sys.getrefcount(x), sys.getrefcount(x[0]))
