# getrefcount(x) == 1 chain
import sys
def f():
    x = []
    return 0 < sys.getrefcount(x) < 9, [sys.getrefcount(x) for _ in (1,)][0]
print(f())
