# gc.get_objects(generation) membership
import gc
gc.disable(); gc.collect()
x = [1]
def where():
    return [g for g in (0, 1, 2) if any(o is x for o in gc.get_objects(g))]
r = [where()]
gc.collect(0); r.append(where())
gc.collect(1); r.append(where())
gc.collect(2); r.append(where())
print(r)
