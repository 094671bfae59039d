# An exception of native code that nobody can catch names the line the program was at.
import gc
import weakref


class Wrong:
    def __del__():
        pass


class Plain:
    pass


def leave():
    wrong = Wrong()
    return 1


leave()
plain = Plain()
ref = weakref.ref(plain, int)
watched = weakref.ref(plain, lambda: None)
del plain


def on_collection(phase, info):
    if phase == 'stop':
        raise ValueError(phase)


gc.callbacks.append(on_collection)
gc.collect()
gc.callbacks.clear()
import sys

R = sys.getrefcount


class Shown:
    def __init__(self, held):
        self.held = held

    def __del__(self):
        raise KeyError(self.held)


kept = []
thing = Shown(kept)
print(R(kept))
del thing
print(R(kept))
thing = Shown(kept)
r = weakref.ref(thing, lambda dead: kept / 0)
print(R(thing), R(r), R(kept))
thing = None
print(R(r), R(kept))
ring = [Shown(kept)]
ring.append(ring)
print(R(ring), R(kept))
del ring
gc.collect()
print(R(kept))
print('end')
