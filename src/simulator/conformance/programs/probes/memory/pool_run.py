# objects per pool before the address jumps (object(): 16-byte class)
import gc
gc.disable()
l = [object() for i in range(6000)]
ids = [id(o) for o in l]
run = 1; runs = []
for a, b in zip(ids, ids[1:]):
    if b - a == 16: run += 1
    else: runs.append(run); run = 1
runs.append(run)
print(sorted(set(runs))[-1])
