# [5000, 5001] / [5000, 5001, 5002] literal elements
import sys
x = [5000, 5001]
y = [6000, 6001, 6002]
print(sys.getrefcount(x), sys.getrefcount(x[0]), sys.getrefcount(y[0]))
