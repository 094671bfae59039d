# getrefcount([]) of a temporary
import sys
print(sys.getrefcount([]))
