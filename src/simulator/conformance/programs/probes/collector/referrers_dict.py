# after o.__dict__ was touched
import gc
class C: pass
t = [9]
o = C(); o.z = t; o.__dict__
print([type(r).__name__ for r in gc.get_referrers(t)])
