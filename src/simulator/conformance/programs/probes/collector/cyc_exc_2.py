# exception with self reference: e.me = e
import gc
gc.collect()
e = ValueError(); e.me = e
del e
print(gc.collect())
