# same object passed down n=3 frames
import sys
def r(x, n):
    if n == 0: return sys.getrefcount(x)
    return r(x, n - 1)
a = []
print(r(a, 0), r(a, 1), r(a, 2), r(a, 3))
