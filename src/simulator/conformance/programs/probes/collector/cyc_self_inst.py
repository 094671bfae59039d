# a.me = a
import gc
class C: pass
gc.collect()
a = C(); a.me = a
del a
print(gc.collect())
