# with cm as c at module level
import sys
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print(sys.getrefcount(self), end=' ')
with CM() as c:
    print(sys.getrefcount(c), end=' ')
print(sys.getrefcount(c))
