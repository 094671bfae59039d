# get_count right after gc.collect()
import gc
gc.collect()
print(gc.get_count())
