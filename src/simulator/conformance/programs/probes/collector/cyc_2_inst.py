# a.o=b; b.o=a; del; gc.collect()
import gc
class C: pass
gc.collect()
a = C(); b = C(); a.o = b; b.o = a
del a, b
print(gc.collect())
