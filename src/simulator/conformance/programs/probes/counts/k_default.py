# def f(x=5000)
import sys
def f(x=5000): return sys.getrefcount(x)
print(f())
