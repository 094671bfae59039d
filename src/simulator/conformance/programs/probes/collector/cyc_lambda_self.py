# self.f = lambda: self
import gc
class C:
    def __init__(self): self.f = lambda: self
gc.collect()
a = C()
del a
print(gc.collect())
