# del x inside function of shared object
import sys
a = []
def f(x):
    y = x
    n = sys.getrefcount(y)
    del x
    return n, sys.getrefcount(y)
print(f(a))
