# legacy tp_del none: gc.garbage empty with C ext? (python-level)
import gc
print(gc.garbage, gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
