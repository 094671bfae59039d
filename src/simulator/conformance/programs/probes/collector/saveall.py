# DEBUG_SAVEALL puts everything in gc.garbage
import gc
gc.collect()
class C: pass
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
a = C(); b = C(); a.o = b; b.o = a
del a, b
n = gc.collect()
print(n, len(gc.garbage), [type(x).__name__ for x in gc.garbage])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
