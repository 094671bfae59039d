# objects with __del__ in a cycle are NOT put in gc.garbage
import gc
class C:
    def __del__(self): pass
a = C(); a.me = a
del a
gc.collect()
print(gc.garbage)
