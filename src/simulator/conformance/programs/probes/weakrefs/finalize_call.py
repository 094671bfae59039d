# call / detach
import weakref
class C: pass
o = C()
f = weakref.finalize(o, lambda x: x * 2, 21)
print(f(), f(), f.alive, end=' ')
g = weakref.finalize(o, print, 'never')
print(g.detach()[2], g.alive)
del o
