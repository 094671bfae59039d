# __del__ + callback + finalize on refcount death
import weakref
class C:
    def __del__(self): print('del', end=' ')
o = C()
r = weakref.ref(o, lambda x: print('cb', end=' '))
f = weakref.finalize(o, print, 'fin', end=' ')
del o
print()
