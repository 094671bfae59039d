# gc.get_threshold(), isenabled, get_debug
import gc
print(gc.get_threshold(), gc.isenabled(), gc.get_debug())
