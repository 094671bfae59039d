# ternary at module
import sys
x = []
print(sys.getrefcount(x if True else 0), sys.getrefcount(x if x == [] else 0))
