# A for loop holds the iterator, the iterator holds what it says.
import sys

R = sys.getrefcount

class I:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        print('iter', R(self))
        return self
    def __next__(self):
        print('next', R(self))
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self
i = I(1)
for x in i:
    print(R(x), R(i))
print(list(I(1)) is None, R(i))
a, = I(1)
print(R(a), [R(x) for x in I(1)], {R(x) for x in I(1)})
for x in I(1): pass
print(R(x), max(I(0), default=None), R(i))
