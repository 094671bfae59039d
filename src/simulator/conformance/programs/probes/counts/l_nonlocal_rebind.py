# nonlocal rebind frees old
import sys, weakref
class K: pass
def f():
    x = K(); r = weakref.ref(x)
    def g():
        nonlocal x
        x = None
    g()
    return r() is None
print(f())
