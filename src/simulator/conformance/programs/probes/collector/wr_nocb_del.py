# weakref without callback: alive in __del__ of a cycle?
import gc, weakref
class C:
    def __del__(self): print('in del:', r() is None, end=' ')
a = C(); a.me = a
r = weakref.ref(a)
del a
gc.collect()
print('after:', r() is None)
