# generator stored in its own local cycle
import gc
def g(box):
    yield
gc.collect()
box = []
it = g(box); next(it); box.append(it)
del it, box
print(gc.collect())
