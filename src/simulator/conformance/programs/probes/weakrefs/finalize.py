# weakref.finalize
import weakref
class C: pass
o = C()
f = weakref.finalize(o, print, 'bye', 1, sep='-')
print(f.alive, f.peek()[0] is o, f.peek()[2:], f.atexit, end=' ')
del o
print(f.alive, f(), f.peek(), f.detach())
