# dropping the ref object itself cancels the callback
import weakref
class C: pass
o = C()
weakref.ref(o, lambda r: print('never'))
r = weakref.ref(o, lambda r: print('once', end=' '))
del o
print(weakref.ReferenceType.__name__)
