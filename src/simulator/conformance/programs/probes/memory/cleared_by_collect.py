# gc.collect() empties the list free list
import gc
gc.disable()
l = [[] for i in range(300)]; ids = {id(o) for o in l}; l = None
gc.collect()
c0 = gc.get_count()[0]
x = []; y = []; z = []
c1 = gc.get_count()[0]
print(c1 - c0)
