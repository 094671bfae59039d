# callbacks get start/stop with info
import gc
gc.collect()
ev = []
gc.callbacks.append(lambda p, i: ev.append((p, {k: i[k] for k in ('generation', 'collected', 'uncollectable')}, sorted(i))))
l = []; l.append(l); del l
gc.collect()
gc.callbacks.pop()
print(ev)
