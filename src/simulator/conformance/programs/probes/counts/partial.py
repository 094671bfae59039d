# functools.partial(f, a)
import sys, functools
a = []
p = functools.partial(print, a)
print(sys.getrefcount(a))
