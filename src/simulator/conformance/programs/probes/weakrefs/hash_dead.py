# hash of a ref first asked after death
import weakref
class C: pass
a = C(); r = weakref.ref(a); del a
try: hash(r)
except TypeError as e: print(e)
