# gc.get_count after collect, after 3 lists, after del
import gc
gc.collect()
gc.disable()
a = gc.get_count()
x = [[], [], []]
b = gc.get_count()
del x
c = gc.get_count()
print(b[0] - a[0], c[0] - b[0], a[1:], gc.get_count()[1:])
