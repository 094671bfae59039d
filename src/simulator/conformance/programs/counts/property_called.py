# What a property gives is called at once.
import sys

R = sys.getrefcount

class A:
    @property
    def p(self):
        print(R(self), end=' ')
        return lambda x: R(x)
class G:
    def __getattribute__(self, name):
        print(R(self), end=' ')
        return lambda x: R(x)

a, g, v = A(), G(), []
for i in range(4):
    print(a.p(v), g.p(v))
