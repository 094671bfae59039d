# What the start leaves in the youngest generation.
import gc
print(gc.get_count())
