# WeakKeyDictionary
import weakref
class C: pass
a = C(); b = C()
d = weakref.WeakKeyDictionary()
d[a] = 1; d[b] = 2
print(len(d), d[a], a in d, sorted(d.values()), end=' ')
del a
print(len(d), list(d.values()), list(d)[0] is b, len(d.keyrefs()))
try: d['s'] = 1
except TypeError as e: print(e)
