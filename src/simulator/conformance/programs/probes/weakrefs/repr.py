# repr of dead ref; bool/eq/hash
import weakref
class C:
    def __eq__(self, o): return True
    def __hash__(self): return 7
a = C(); b = C()
r = weakref.ref(a); s = weakref.ref(b)
print(r == s, hash(r), r is s)
del a
print(r == s, hash(r), r() is None, s() is b)
q = weakref.ref(b); print('dead' in repr(r), repr(r).split(' at ')[0], ';', repr(r).split(' ')[-1])
