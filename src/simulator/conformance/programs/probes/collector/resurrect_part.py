# one of two cycle members resurrected saves the other
import gc
keep = []
class C:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n, end=' ')
        if self.n == 'a': keep.append(self)
a = C('a'); b = C('b'); a.o = b; b.o = a
del a, b
print(gc.collect(), keep[0].o.n)
