# __del__ creating new cycles
import gc
gc.collect()
class D: pass
class C:
    def __del__(self):
        d = D(); d.me = d
a = C(); a.me = a; del a
print(gc.collect(), gc.collect(), gc.collect())
