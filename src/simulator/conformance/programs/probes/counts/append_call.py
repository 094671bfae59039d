# l.append(a), l.pop()
import sys
a = []
l = []
l.append(a); print(sys.getrefcount(a), end=' ')
x = l.pop(); print(sys.getrefcount(a), end=' ')
del x; print(sys.getrefcount(a))
