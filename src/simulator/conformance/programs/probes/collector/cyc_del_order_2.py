# created c,b,a ; two separate cycles
import gc
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end=' ')
w = C('w'); x = C('x'); y = C('y'); z = C('z')
z.o = y; y.o = z; w.o = x; x.o = w
del x, z, w, y
print(gc.collect())
