# WeakMethod vs ref to a bound method
import weakref
class C:
    def m(self): return 'm'
o = C()
r = weakref.ref(o.m)
w = weakref.WeakMethod(o.m)
print(r(), w()(), w() == o.m, end=' ')
del o
print(w())
