# __del__ order in a cycle of 3 (created a,b,c)
import gc
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end=' ')
a = C('a'); b = C('b'); c = C('c')
a.o = c; b.o = a; c.o = b
del a, b, c
print(gc.collect())
