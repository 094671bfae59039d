# how many freed lists are reused from the free list (max)
import gc
gc.disable(); gc.collect()
l = [[] for i in range(300)]
ids = [id(o) for o in l]
c0 = gc.get_count()[0]
l = None
c1 = gc.get_count()[0]
print(c0 - c1)
