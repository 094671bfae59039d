# Weak references and their callbacks while an object dies.
import sys
import weakref

R = sys.getrefcount

class A:
    def __del__(self): print('del', R(self))
def cb(r):
    print('cb', R(r), r() is None)
a = A()
r1, r2, p = weakref.ref(a, cb), weakref.ref(a, cb), weakref.proxy(a, cb)
print(R(a), R(r1), weakref.getweakrefcount(a), r1 is r2, weakref.ref(a) is weakref.ref(a), R(cb))
print(R(r1()), R(weakref.getweakrefs(a)))
del r2
print(R(cb))
a = None
print(R(r1), R(cb))
v = A()
d = weakref.WeakValueDictionary(x=v)
k = weakref.WeakKeyDictionary({v: v})
s = weakref.WeakSet([v])
print(R(v), len(d), len(k), len(s), d['x'] is v, R(v))
del k[v]
print(R(v), R(d.get('x')), list(s) == [v], R(v))
f = weakref.finalize(v, print, 'finalized')
print(R(v), f.alive, R(f.peek()[0]))
m = weakref.WeakMethod(v.__del__)
print(R(v), m() is None, R(m))
del v
print(len(d), len(s), f.alive, m())
