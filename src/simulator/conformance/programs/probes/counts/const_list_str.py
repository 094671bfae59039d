# ['a b','c d','e f']
import sys
y = ['a b', 'c d', 'e f']
print(sys.getrefcount(y), sys.getrefcount(y[0]))
