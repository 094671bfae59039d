# What gc.set_debug shows of the trash it finds, and how it keeps it.
import gc
class C: pass
def cyc():
    a = C(); a.me = a
gc.collect()
gc.disable()
gc.set_debug(gc.DEBUG_COLLECTABLE)
cyc()
l = []; l.append(l); del l
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
cyc()
print(gc.collect(), [type(x).__name__ for x in gc.garbage])
gc.garbage.clear()
gc.set_debug(gc.DEBUG_LEAK)
cyc()
print(gc.collect(1), gc.collect(), len(gc.garbage), gc.get_debug())
gc.set_debug(0)
gc.garbage.clear()
gc.collect()
import sys

R = sys.getrefcount
kept = []
class Cycle:
    def __init__(self, held):
        self.me, self.held = self, held
gc.set_debug(gc.DEBUG_SAVEALL)
Cycle(kept)
print(R(kept), gc.collect(), R(kept), len(gc.garbage), R(gc.garbage[0]))
gc.set_debug(0)
found = gc.garbage.pop()
print(R(found), R(kept), found.me is found)
del found
print(R(kept), gc.collect(), R(kept))
gc.garbage.append(kept)
print(R(kept), R(gc.garbage))
gc.garbage.clear()
print(R(kept))
