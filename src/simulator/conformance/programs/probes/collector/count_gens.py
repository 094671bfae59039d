# counts after collect(0), collect(1), collect(2)
import gc
gc.disable()
gc.collect()
r = []
gc.collect(0); r.append(gc.get_count()[1:])
gc.collect(0); r.append(gc.get_count()[1:])
gc.collect(1); r.append(gc.get_count()[1:])
gc.collect(1); r.append(gc.get_count()[1:])
gc.collect(2); r.append(gc.get_count()[1:])
print(r)
