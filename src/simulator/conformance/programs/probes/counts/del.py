# x = y = []; del y
import sys
x = y = []
del y
print(sys.getrefcount(x))
