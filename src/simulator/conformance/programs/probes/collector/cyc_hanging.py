# cycle of two lists + list reachable only from it + atomic payload
import gc
gc.collect()
a = []; b = [a, [1, 2], 'x', {}, (1, 2), ([],)]; a.append(b)
del a, b
print(gc.collect())
