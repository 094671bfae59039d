# 1.5
import sys
x = 1.5
print(sys.getrefcount(x), sys.getrefcount(2.5))
