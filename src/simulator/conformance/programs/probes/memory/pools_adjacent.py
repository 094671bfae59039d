# jump between consecutive full pools
import gc
gc.disable()
l = [object() for i in range(20000)]
ids = [id(o) for o in l]
js = [b - a for a, b in zip(ids, ids[1:]) if b - a != 16]
tail = js[-6:]
print(max(set(tail), key=tail.count))
