# the list being iterated
import sys
l = [1, 2]
for x in l:
    print(sys.getrefcount(l), end=' ')
print(sys.getrefcount(l))
