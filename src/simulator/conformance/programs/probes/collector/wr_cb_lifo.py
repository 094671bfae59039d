# order of several callbacks on one object
import weakref
class C: pass
a = C()
r1 = weakref.ref(a, lambda x: print(1, end=' '))
r2 = weakref.ref(a, lambda x: print(2, end=' '))
r3 = weakref.ref(a, lambda x: print(3, end=' '))
del a
print()
