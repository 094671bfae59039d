# inside with block
import sys
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): pass
def f():
    with CM() as c:
        return sys.getrefcount(c)
print(f())
