# class using super() (__class__ cell)
import sys
class B: pass
class C(B):
    def __init__(self): super().__init__()
print(sys.getrefcount(B), sys.getrefcount(C))
