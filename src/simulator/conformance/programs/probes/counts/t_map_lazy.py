# map object holds function and iterator
import sys
x = []
m = map(len, x)
print(sys.getrefcount(x), end=' ')
list(m)
print(sys.getrefcount(x), end=' ')
del m
print(sys.getrefcount(x))
