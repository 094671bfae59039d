# value refers to key: never freed
import weakref, gc
class C: pass
a = C()
d = weakref.WeakKeyDictionary()
d[a] = [a]
r = weakref.ref(a)
del a
gc.collect()
print(r() is None, len(d))
