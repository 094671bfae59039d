# subclass of ref is not shared
import weakref
class R(weakref.ref): pass
class C: pass
o = C()
a = R(o); b = R(o); c = weakref.ref(o)
print(a is b, a is c, weakref.getweakrefcount(o), a() is o, isinstance(a, weakref.ref), weakref.ref is weakref.ReferenceType)
