# weakref.finalize does not hold its object; it holds what it will call and with what.
import sys
import weakref

R = sys.getrefcount


class Thing:
    pass


def gone(a, b=None):
    print('gone', R(a), R(b))
    return a


t, a, b = Thing(), [], []
f = weakref.finalize(t, gone, a, b=b)
print(R(t), R(a), R(b), R(gone), R(f), f.alive)
print(R(f.peek()), R(t), R(f.peek()[2]), R(a))
del t
print(f.alive, R(a), R(b), f(), f.peek(), f.detach())
t = Thing()
f = weakref.finalize(t, gone, a)
print(R(t), R(a), f() is a, R(a), R(t), f() is None)
f = weakref.finalize(t, gone, a)
held = f.detach()
print(R(held), R(t), R(a), held[0] is t)
del held
print(R(t), R(a), f.alive)
f = weakref.finalize(t, gone, t.__class__)
f.atexit = False
g = weakref.finalize(t, gone, a, a)
print(weakref.getweakrefcount(t), R(t), R(a), f.atexit, g.atexit)
t = None
print(R(a), f.alive, g.alive)
try:
    weakref.finalize(a, gone)
except TypeError as error:
    print(R(error), R(a), R(gone))
m = weakref.finalize(gone, print, 'function gone')
print(R(gone), m.alive, m.detach()[0] is gone, R(gone))
