# weakref in __del__ on the refcount path, with callback
import weakref
class C:
    def __del__(self): print('in del:', r() is None, end=' ')
a = C()
r = weakref.ref(a, lambda x: print('cb', x() is None, end=' '))
del a
print('after:', r() is None)
