# getrefcount(object())
import sys
print(sys.getrefcount(object()))
