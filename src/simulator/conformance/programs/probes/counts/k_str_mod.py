# 'a b' literal twice
import sys
x = 'a b'
y = 'a b'
print(x is y, sys.getrefcount(x))
