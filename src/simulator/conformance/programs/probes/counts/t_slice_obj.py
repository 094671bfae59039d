# slice(a, b) holds
import sys
x = []
s = slice(x, None)
print(sys.getrefcount(x))
