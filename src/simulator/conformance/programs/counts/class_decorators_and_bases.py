# Decorated classes, bases from calls, __mro_entries__ and class keyword arguments.
import sys

R = sys.getrefcount

v = []
def deco(o):
    def inner(cls):
        print(R(cls), R(o))
        cls.o = o
        return cls
    return inner
@deco(v)
class A:
    pass
print(R(v), R(A))
class P:
    def __mro_entries__(self, bases):
        print(R(self), R(bases), R(bases[0]))
        return (A,)
p = P()
class C(p):
    pass
print(R(p), R(C.__orig_bases__), C.__mro__[1] is A, R(A))
class M(type):
    def __new__(m, name, bases, ns, **kw):
        print(R(name) > 1, R(bases), R(ns), R(kw), R(v))
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print(R(cls), R(bases), R(ns), R(kw), R(v))
class D(A, metaclass=M, k=v):
    y = v
print(R(D), R(v), R(M))
E = M('E', (D,), {'z': v}, k=v)
print(R(E), R(D), R(v))
