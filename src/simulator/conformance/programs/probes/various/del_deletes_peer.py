# __del__ breaking the cycle by hand
import gc
gc.collect()
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, end=' '); s.o = None
a = C('a'); b = C('b'); a.o = b; b.o = a
del a, b
print(gc.collect())
