# n=5000; n += 1
import sys
n = 5000
n += 1
print(sys.getrefcount(n))
def f():
    n = 5000
    n += 1
    return sys.getrefcount(n)
print(f())
