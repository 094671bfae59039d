# x=[]; x = x
import sys
x = []
x = x
print(sys.getrefcount(x))
