# objects hanging off a cycle
import gc
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end=' ')
leaf = C('leaf'); a = C('a'); b = C('b')
a.o = b; b.o = a; a.leaf = leaf
del leaf, a, b
print(gc.collect())
