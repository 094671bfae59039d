# An exception in __del__ is reported and ignored.
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
        raise ValueError(self.n)
a = N('a')
b = N('b')
b.me = b
del b
import gc
print(gc.collect() > 0)
x = N('x')
del x
import sys
class Fails:
    def __init__(self, held): self.held = held
    def __del__(self):
        print('counts', sys.getrefcount(self), sys.getrefcount(self.held))
        raise KeyError(self.held)
held = []
for i in range(2):
    x = Fails(held)
    print(sys.getrefcount(held), sys.getrefcount(x))
    x = None
    print(sys.getrefcount(held))
print('end')
