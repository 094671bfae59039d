# same for 48-byte blocks (slots instance with 2 slots = 32+16 GC)
import gc
gc.disable()
class S: __slots__ = ('a', 'b')
l = [S() for i in range(6000)]
ids = [id(o) for o in l]
d = {}
run = 1; runs = []
for a, b in zip(ids, ids[1:]):
    if b - a == 48: run += 1
    else: runs.append(run); run = 1
runs.append(run)
print(sorted(set(runs))[-1])
