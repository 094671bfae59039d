# gc.get_referents
import gc
class C: pass
o = C(); o.x = [1]; o.y = 'a'
print([type(r).__name__ for r in gc.get_referents(o)], gc.get_referents([1, 'a', None]), gc.get_referents({'k': 5}), gc.get_referents(3), gc.get_referents((1, 2)))
