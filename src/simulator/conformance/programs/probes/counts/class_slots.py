# class with __slots__
import sys
class C:
    __slots__ = ('x', 'y')
print(sys.getrefcount(C))
