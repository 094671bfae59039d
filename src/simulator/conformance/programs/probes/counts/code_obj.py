# f.__code__
import sys
def f(): pass
print(sys.getrefcount(f.__code__))
