# in __del__ of cycle other members still intact
import gc
gc.collect()
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, '->', s.o.n, end=' ')
a = C('a'); b = C('b'); c = C('c'); a.o = b; b.o = c; c.o = a
del a, b, c
print(gc.collect())
