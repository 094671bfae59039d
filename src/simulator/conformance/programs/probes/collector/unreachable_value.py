# what collect() returns with resurrected objects and callbacks
import gc, weakref
class C: pass
gc.collect()
a = C(); a.me = a
r = weakref.ref(a, lambda x: None)
del a
print(gc.collect())
