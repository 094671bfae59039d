# parameter captured by an inner function
import sys
def f(x):
    n = sys.getrefcount(x)
    def g(): return x
    return n, sys.getrefcount(x)
a = []
print(f(a), f([]))
