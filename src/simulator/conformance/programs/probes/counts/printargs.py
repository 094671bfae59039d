# after another argument on the stack
import sys
a = []
print(a, sys.getrefcount(a), sys.getrefcount(a), a)
