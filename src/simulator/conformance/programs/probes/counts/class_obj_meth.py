# class with 1 / 2 methods
import sys
class C:
    def a(self): pass
class D:
    def a(self): pass
    def b(self): pass
class E:
    x = 1
    y = []
print(sys.getrefcount(C), sys.getrefcount(D), sys.getrefcount(E), sys.getrefcount(E.y))
