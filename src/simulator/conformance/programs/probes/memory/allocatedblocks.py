# sys.getallocatedblocks() delta for 1000 object(), 1000 [], 1000 [1], 1000 {}, 1000 C(), 1000 C() with attr, 1000 big bytes(600)
import sys, gc
gc.disable()
class C: pass
class A:
    def __init__(self): self.x = None
def d(mk):
    keep = [None] * 1000
    mk()
    gc.collect()
    a = sys.getallocatedblocks()
    for i in range(1000): keep[i] = mk()
    b = sys.getallocatedblocks()
    return round((b - a) / 1000, 1)
x = None
for i in range(3): d(C); d(A)
print(*[d(m) for m in (lambda: object(), lambda: [], lambda: [x], lambda: {}, lambda: {1: 2}, lambda: C(), lambda: A(), lambda: bytes(600), lambda: set(), lambda: (x, x))])
