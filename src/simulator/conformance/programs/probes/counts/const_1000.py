# getrefcount(1000)
import sys
print(sys.getrefcount(1000))
