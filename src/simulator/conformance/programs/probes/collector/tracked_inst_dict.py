# instance with only ints
import gc
class C: pass
o = C(); o.x = 1
print(gc.is_tracked(o), gc.is_tracked(o.__dict__))
gc.collect()
print(gc.is_tracked(o), gc.is_tracked(o.__dict__))
