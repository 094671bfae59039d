# A weak reference counts for nothing until it is called.
import sys
import weakref

R = sys.getrefcount

class A:
    pass
def gone(r):
    print('gone', R(r), r() is None)
a = A()
r = weakref.ref(a)
s = weakref.ref(a, gone)
print(R(a), R(r), R(s), r() is a, R(r()))
p = weakref.proxy(a)
p.x = []
print(R(a), R(p), R(a.x), R(p.x))
v = weakref.WeakValueDictionary(k=a)
k = weakref.WeakKeyDictionary({a: []})
w = weakref.WeakSet([a])
print(R(a), R(k[a]), len(w), v['k'] is a)
f = weakref.finalize(a, print, 'finalized')
print(R(a), R(f), f.alive)
del a
print(len(v), len(k), len(w), f.alive, r() is None)
