# __del__ resurrects; called once
import gc
keep = []
class C:
    def __del__(self): keep.append(self); print('del', end=' ')
a = C(); a.me = a
del a
print(gc.collect(), len(keep), end=' ')
keep.clear()
print(gc.collect())
