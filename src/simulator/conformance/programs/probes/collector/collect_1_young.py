# gc.collect(1) on young cycle (several times)
import gc
gc.disable(); gc.collect()
l = []; l.append(l); del l
print(gc.collect(1), gc.collect(1), gc.collect(1), gc.collect(2))
