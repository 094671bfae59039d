# __del__ on one member only
import gc
gc.collect()
class C:
    def __init__(s, n): s.n = n
class D(C):
    def __del__(s): print('del', s.n, s.o.n, end=' ')
a = D('a'); b = C('b'); a.o = b; b.o = a
del b, a
print(gc.collect())
