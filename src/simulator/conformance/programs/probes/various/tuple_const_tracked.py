# constant tuple tracked before/after a collection
import gc
t = (1, 2)
gc.disable()
a = gc.is_tracked(t)
gc.collect()
print(gc.is_tracked(t))
