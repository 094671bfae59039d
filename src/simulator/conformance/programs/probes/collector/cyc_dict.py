# d['self']=d
import gc
gc.collect()
d = {}; d['s'] = d
del d
print(gc.collect())
