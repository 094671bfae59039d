# vars gives the dict of an object, which then is one.
import sys

R = sys.getrefcount

class A:
    pass
a, v = A(), []
a.x = v
print(R(v), R(a))
d = vars(a)
print(R(d), R(v), d is a.__dict__)
d['y'] = v
print(R(v), a.y is v, R(a.__dict__))
a.__dict__ = {'z': v}
print(R(d), R(v), R(a.__dict__))
del a
print(R(v), R(d))
