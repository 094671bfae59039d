# inside an f-string
import sys
a = []
print(f"{sys.getrefcount(a)}")
