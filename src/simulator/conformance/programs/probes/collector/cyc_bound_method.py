# self.cb = self.m
import gc
class C:
    def m(self): pass
gc.collect()
a = C(); a.cb = a.m
del a
print(gc.collect())
