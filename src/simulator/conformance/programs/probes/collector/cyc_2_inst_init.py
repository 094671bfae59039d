# attributes set in __init__
import gc
class N:
    def __init__(self, v): self.v = v; self.next = None
gc.collect()
a = N(1); b = N(2); a.next = b; b.next = a
del a, b
print(gc.collect())
