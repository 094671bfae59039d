# How many tracked objects a partial with keywords takes.
import gc
from _functools import partial
gc.collect()
print(gc.get_count())
g = partial(print, key=1)
print(gc.get_count())
