# __eq__(self, other) other count
import sys
class A:
    def __eq__(self, other): return sys.getrefcount(other)
a = A(); b = A()
print(a == b)
