# class attribute constant
import sys
class C: x = 5000
print(sys.getrefcount(C.x))
