# a class with 2 methods deleted
import gc
gc.collect()
class C:
    def a(self): pass
    def b(self): pass
del C
print(gc.collect())
