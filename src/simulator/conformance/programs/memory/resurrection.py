# A finalizer may bring its object back; it is called only once in the life of an object.
import sys
kept = []
class R:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
        kept.append(self)
r = R(1)
del r
print(kept[0].n, len(kept))
kept.clear()
print('cleared once, not again')
c = R(2)
c.me = c
del c
import gc
print(gc.collect(), len(kept), gc.is_finalized(kept[0]))
kept.clear()
print(gc.collect())
class S:
    __slots__ = ()
    def __del__(self):
        print('S del')
        kept.append(self)
s = S()
del s
kept.clear()
class G:
    def __del__(self):
        global again
        again = self
again = None
G()
print(type(again).__name__)
del again
print('again' in globals())
Q = sys.getrefcount
class Back:
    def __init__(self, held): self.held = held
    def __del__(self):
        print('dies', Q(self), Q(self.held))
        kept.append(self)
        print('stays', Q(self))
held = []
b = Back(held)
print(Q(b), Q(held))
del b
print(Q(kept[0]), Q(held), Q(kept))
kept.clear()
print(Q(held))
b = Back(held)
b.me = b
del b
print(gc.collect(), Q(kept[0]), Q(held))
b = kept.pop()
print(Q(b), Q(held))
del b
print(gc.collect(), Q(held), len(kept))
