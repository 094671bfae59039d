# set_threshold with 1, 2, 3 args
import gc
gc.set_threshold(100); a = gc.get_threshold()
gc.set_threshold(100, 5); b = gc.get_threshold()
gc.set_threshold(100, 5, 7); c = gc.get_threshold()
print(a, b, c)
