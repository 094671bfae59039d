# 2nd collect returns 0
import gc
gc.collect()
print(gc.collect(), gc.collect())
