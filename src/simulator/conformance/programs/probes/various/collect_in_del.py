# gc.collect() called inside __del__ during a collection returns 0
import gc
gc.collect()
class C:
    def __del__(self): print('inner', gc.collect(), end=' ')
a = C(); a.me = a; del a
print('outer', gc.collect())
