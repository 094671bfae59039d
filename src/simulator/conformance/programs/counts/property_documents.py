# The docstring of a property: taken from its getter, given, set and deleted; a property holds it.
import sys

R = sys.getrefcount


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


doc, other = ''.join(['do', 'c']), ''.join(['oth', 'er'])
p = property(lambda s: 1, doc=doc)
print(R(doc), R(p), p.__doc__ is doc)
p.__doc__ = other
print(R(doc), R(other), p.__doc__)
q = p.setter(lambda s, v: None)
print(R(other), q.__doc__, R(q), R(q.fset), q.fget is p.fget)
p.__doc__ = q
print(R(q), R(other), p.__doc__ is q)
del p.__doc__
print(R(q), p.__doc__)
p.__doc__ = None
t(lambda: p.__doc__)


class C:
    @property
    def x(self):
        "doc of x"

    y = property(None, None, None, 'doc y')


t(lambda: (C.x.__doc__, C.y.__doc__))
C.x.__doc__ = other
t(lambda: (C.x.__doc__, R(other)))


def drop():
    del C.x.__doc__


t(drop)
t(lambda: (C.x.__doc__, R(other)))


class P(property):
    pass


class D:
    @P
    def z(self):
        "doc z"


t(lambda: (D.z.__doc__, vars(D.z)))
D.z.__doc__ = other
t(lambda: (D.z.__doc__, R(other), vars(D.z)))
t(lambda: setattr(C.x, 'fget', 1))
t(lambda: property.__dict__['__doc__'])
print(R(p), R(q), R(doc), R(other))
