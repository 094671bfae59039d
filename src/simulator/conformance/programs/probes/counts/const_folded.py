# 50 * 200, 'ab' * 8, 2.0 + 1.5
import sys
x = 50 * 200
y = 'a b' * 8
z = 2.0 + 1.5
print(sys.getrefcount(x), sys.getrefcount(y), sys.getrefcount(z))
