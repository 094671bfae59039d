# [a] * 10
import sys
a = []
l = [a] * 10
print(sys.getrefcount(a))
