# set_threshold(0) disables automatic collection
import gc
gc.collect()
gc.set_threshold(0)
got = []
gc.callbacks.append(lambda p, i: got.append(p))
keep = [[] for i in range(10000)]
gc.callbacks.clear()
print(got, gc.get_threshold())
