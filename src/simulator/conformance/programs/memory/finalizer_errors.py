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
print('end')
