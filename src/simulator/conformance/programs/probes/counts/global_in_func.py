# global read inside a function
import sys
a = []
def f(): return sys.getrefcount(a)
print(f())
