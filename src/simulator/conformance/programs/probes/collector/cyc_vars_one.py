# vars(a) once, on a only
import gc
class C: pass
gc.collect()
a = C(); b = C(); a.o = b; b.o = a
vars(a)
del a, b
print(gc.collect())
