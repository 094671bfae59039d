# gc.get_referrers types
import gc
class C: pass
t = [9]
a = [t]; b = (t, 1); c = {'k': t}; o = C(); o.z = t
print([type(r).__name__ for r in gc.get_referrers(t)])
