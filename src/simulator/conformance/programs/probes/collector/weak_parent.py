# parent weakref: no cycle
import gc, weakref
class N:
    def __init__(self): self.c = []; self.p = None
gc.collect()
r = N(); k = N(); r.c.append(k); k.p = weakref.ref(r)
del r
print(k.p(), gc.collect())
