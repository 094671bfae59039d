# ref without callback is shared; with callback not; proxies
import weakref
class C: pass
o = C()
a = weakref.ref(o); b = weakref.ref(o); c = weakref.ref(o, lambda r: 0); d = weakref.ref(o, lambda r: 0)
p = weakref.proxy(o); q = weakref.proxy(o)
print(a is b, a is c, c is d, p is q, weakref.getweakrefcount(o), len(weakref.getweakrefs(o)), weakref.getweakrefs(o)[0] is a)
