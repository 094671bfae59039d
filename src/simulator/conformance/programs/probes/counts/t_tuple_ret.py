# return a, b
import sys
def f():
    a = []; b = a
    return a, b
p, q = f()
print(sys.getrefcount(p))
