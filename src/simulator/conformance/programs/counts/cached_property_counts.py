# A cached property stands in the instance afterwards.
from functools import cached_property
import sys

R = sys.getrefcount

class A:
    @cached_property
    def x(self):
        print('made', R(self))
        return [self]
a = A()
x = a.x
print(R(a), R(x), R(a.x), a.x is x)
del a.x
print(R(a), R(x))
y = a.x
print(R(a), R(x), R(y), R(A.__dict__['x']))
