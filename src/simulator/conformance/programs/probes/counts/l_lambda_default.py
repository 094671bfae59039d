# lambda x=a: getrefcount(x)
import sys
a = []
f = lambda x=a: sys.getrefcount(x)
print(f())
