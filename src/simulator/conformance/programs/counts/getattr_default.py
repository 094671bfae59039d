# getattr lets the default go.
import sys

R = sys.getrefcount

class A:
    def __getattr__(self, name):
        print(R(self), name)
        raise AttributeError(name)
a, d = A(), []
print(getattr(a, 'x', d) is d, R(d), R(a))
print(hasattr(a, 'y'), R(a))
a.z = d
print(getattr(a, 'z') is d, R(d), R(getattr(a, 'z')))
setattr(a, 'w', d)
print(R(d))
delattr(a, 'w')
print(R(d), R(a))
