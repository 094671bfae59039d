# objects survive one collection, then die: order
import gc
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end=' ')
a = C('a'); b = C('b'); c = C('c')
a.o = b; b.o = c; c.o = a
gc.collect()
del a, b, c
print(gc.collect())
