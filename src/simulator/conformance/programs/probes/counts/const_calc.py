# run-time int
import sys
n = 70
x = n * 100
print(sys.getrefcount(x), sys.getrefcount(n * 100))
