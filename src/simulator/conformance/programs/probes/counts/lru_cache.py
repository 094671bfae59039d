# lru_cache keeps args and results
import sys, functools
class K: pass
@functools.lru_cache(maxsize=None)
def f(k): return [k]
a = K()
f(a)
print(sys.getrefcount(a))
