# gc.disable(): refcount still frees
import gc
class C:
    def __del__(self): print('del', end=' ')
gc.disable()
c = C(); del c
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
