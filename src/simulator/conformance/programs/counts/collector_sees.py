# What the collector's functions hold and find.
import gc
import sys

R = sys.getrefcount

class A:
    pass
a = A()
a.me = a
print(R(a), len(gc.get_referrers(a.__dict__)), R(a))
gc.collect()
del a
print(gc.collect())
b, v = A(), []
b.v = v
print(R(v), [x is v for x in gc.get_referents(b)].count(True), R(v))
v.append(v)
print(R(v), gc.is_tracked(v))
gc.callbacks.append(lambda phase, info: print(phase, R(info), R(v)))
del b
gc.collect()
gc.callbacks.clear()
gc.collect()
