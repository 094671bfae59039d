# f(x=a)
import sys
def f(x): return sys.getrefcount(x)
a = []
print(f(x=a), f(x=[]))
