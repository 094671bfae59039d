# f(x) after 200 calls (specialised CALL)
import sys
def f(x): return sys.getrefcount(x)
a = []
def g():
    for i in range(200): r = f(a)
    return r
print(g())
