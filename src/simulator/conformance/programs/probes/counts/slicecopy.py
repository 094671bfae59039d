# a[:] copies element refs
import sys
x = []
a = [x]
b = a[:]
print(sys.getrefcount(x), sys.getrefcount(a))
