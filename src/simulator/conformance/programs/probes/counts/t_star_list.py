# [*l, x]
import sys
x = []
l = [x]
m = [*l, x]
t = (*l,)
print(sys.getrefcount(x))
