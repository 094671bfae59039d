# gc.is_finalized
import gc
keep = []
class C:
    def __del__(self): keep.append(self)
c = C(); del c
print(gc.is_finalized(keep[0]), gc.is_finalized(C()))
