# WeakSet
import weakref
class C: pass
a = C(); b = C()
s = weakref.WeakSet([a, b])
print(len(s), a in s, end=' ')
del a
print(len(s), list(s)[0] is b)
