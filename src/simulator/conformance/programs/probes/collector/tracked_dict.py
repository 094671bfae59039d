# dict: {} -> +int -> +list -> after collect
import gc
d = {}
r = [gc.is_tracked(d)]
d['a'] = 1; r.append(gc.is_tracked(d))
d['b'] = []; r.append(gc.is_tracked(d))
del d['b']; r.append(gc.is_tracked(d))
gc.collect(); r.append(gc.is_tracked(d))
e = dict(a=1); r.append(gc.is_tracked(e)); gc.collect(); r.append(gc.is_tracked(e))
print(r)
