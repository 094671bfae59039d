# x = 5000 ; literal again
import sys
x = 5000
print(sys.getrefcount(x), sys.getrefcount(5000), sys.getrefcount(7777))
