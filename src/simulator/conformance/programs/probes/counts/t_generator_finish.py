# generator holds then releases
import sys
x = []
g = (y for y in x)
print(sys.getrefcount(x), end=' ')
list(g)
print(sys.getrefcount(x))
