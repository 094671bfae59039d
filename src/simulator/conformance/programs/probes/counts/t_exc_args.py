# exception args hold
import sys
x = []
e = ValueError(x)
print(sys.getrefcount(x))
