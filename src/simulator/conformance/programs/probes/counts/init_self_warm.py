# same after 100 warm-up calls inside a function (specialised)
import sys
class C:
    def __init__(self): self.n = sys.getrefcount(self)
def mk(): return C()
print([mk().n for i in range(100)][-1], [C().n for i in range(100)][-1])
