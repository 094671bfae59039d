# x.append(getrefcount(x))
import sys
def f():
    x = []
    x.append(sys.getrefcount(x))
    return x[0]
print(f())
m = []
m.append(sys.getrefcount(m))
print(m[0])
