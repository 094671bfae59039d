# __slots__ instances
import gc
class C: __slots__ = ('o',)
gc.collect()
a = C(); b = C(); a.o = b; b.o = a
del a, b
print(gc.collect())
