# local getrefcount repeated in a hot loop
import sys
def f():
    x = []
    return {sys.getrefcount(x) for _ in range(100)}
def g():
    x = []
    r = set()
    for i in range(3000): r.add(sys.getrefcount(x))
    return r
print(f(), g())
