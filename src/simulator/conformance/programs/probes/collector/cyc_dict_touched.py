# __dict__ was accessed on both
import gc
class C: pass
gc.collect()
a = C(); b = C(); a.o = b; b.o = a
a.__dict__; b.__dict__
del a, b
print(gc.collect())
