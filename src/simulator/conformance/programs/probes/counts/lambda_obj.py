# lambda
import sys
f = lambda: 0
print(sys.getrefcount(f), sys.getrefcount(lambda: 0))
