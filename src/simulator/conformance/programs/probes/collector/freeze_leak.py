# frozen cycle is not collected until unfreeze
import gc
gc.collect()
l = []; l.append(l)
gc.freeze()
del l
a = gc.collect()
gc.unfreeze()
print(a, gc.collect())
