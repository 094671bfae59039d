# f(5000): getrefcount(param)
import sys
def f(x): return sys.getrefcount(x)
def g(): return f(5000), f(6000)
print(f(5000), g())
