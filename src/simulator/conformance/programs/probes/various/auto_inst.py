# number of kept slots-instances created between automatic gen0 collections (steady state)
import gc
class S: __slots__ = ('a',)
keep = [None] * 20000
marks = []
n = 0
def cb(ph, info):
    if ph == 'start': marks.append((n, info['generation']))
gc.collect()
gc.callbacks.append(cb)
for n in range(20000): keep[n] = S()
gc.callbacks.clear()
print([b[0] - a[0] for a, b in zip(marks, marks[1:])][:4], [m[1] for m in marks][:26])
