# def f(x): inside f, caller holds a global
import sys
def f(x): return sys.getrefcount(x)
a = []
print(f(a))
