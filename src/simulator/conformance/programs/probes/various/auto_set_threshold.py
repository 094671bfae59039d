# set_threshold(5): collections while making 40 lists
import gc
gc.collect()
gc.set_threshold(5, 3, 2)
got = []
def cb(ph, info):
    if ph == 'start': got.append(info['generation'])
gc.callbacks.append(cb)
keep = []
for i in range(40): keep.append(object.__new__(type('Q', (), {})) if 0 else {i})
gc.callbacks.clear()
print(got, gc.get_threshold())
