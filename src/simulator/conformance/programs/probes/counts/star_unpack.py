# first, *rest = l
import sys
x = []
first, *rest = [x, x, x]
print(sys.getrefcount(x))
