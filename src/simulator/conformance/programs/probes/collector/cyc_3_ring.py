# ring of 3
import gc
class C: pass
gc.collect()
a = C(); b = C(); c = C(); a.n = b; b.n = c; c.n = a
del a, b, c
print(gc.collect())
