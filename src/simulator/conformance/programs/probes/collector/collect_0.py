# gc.collect(0) on young cycle; gc.collect(0) on old cycle; then 1, 2
import gc
gc.disable(); gc.collect()
def cyc():
    l = []; l.append(l)
    return l
x = cyc(); del x
r = [gc.collect(0)]
x = cyc(); gc.collect(0); del x
r.append(gc.collect(0)); r.append(gc.collect(1)); r.append(gc.collect(2))
x = cyc(); gc.collect(0); gc.collect(1); del x
r.append(gc.collect(0)); r.append(gc.collect(1)); r.append(gc.collect(2))
x = cyc(); gc.collect(); del x
r.append(gc.collect(0)); r.append(gc.collect(1)); r.append(gc.collect(2))
print(r)
