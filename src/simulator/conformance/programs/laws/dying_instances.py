# What instances and classes give up. Each object's finalizer runs Python while the others wait.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
    def __call__(self, *a, **k): return D(9)
    def m(self): pass
    def __iter__(self): return iter([D(1), D(2)])
    def __get__(self, o, t): return D(3)


print('\ninst:')
class C: pass
c = C()
c.a = D(1)
c.b = D(2)
del c

print('\ninstdict:')
class C: pass
c = C()
c.a = D(1)
c.b = D(2)
v = vars(c)
del v
del c

print('\nslots:')
class C: __slots__ = 'a', 'b'
c = C()
c.a = D(1)
c.b = D(2)
del c

print('\nattr:')
class C:
    d = D(1)
C().d
C.d
c = C()
c.x = D(2)
c.x = D(3)
setattr(c, "x", D(4))
delattr(c, "x")
C.y = D(5)
C.y = D(6)
del C.y
c.__dict__ = {"q": D(7)}
c.__dict__ = {"q": D(8)}
c.__class__ = type("Z", (), {})

print('\nklass:')
class K:
    a = D(1)
    b = D(2)
del K
import gc
gc.collect()

print('\nprop2:')
class C:
    @property
    def p(self): return D(1)
    @p.setter
    def p(self, v): self.v = D(2)
    @classmethod
    def c(cls): return D(3)
    @staticmethod
    def s(): return D(4)
    def __getattr__(self, n): return D(5)
    def __getitem__(self, k): return D(6)
    def __setitem__(self, k, v): x = D(7)
    def __contains__(self, k): return D(8)
    def __len__(self): return len([D(9)])
    def __add__(self, o): return D(1)
    def __iadd__(self, o): return self
    def __lt__(self, o): return D(2)
    def __call__(self): return D(3)
    def __bool__(self): return not D(0)
    def __str__(self): return str(D(3).n)
    def __format__(self, s): return str(D(3).n)
c = C()
c.p
c.p = D(3)
C.c()
C.s()
c.q
c[D(1)]
c[D(1)] = D(2)
D(1) in c
len(c)
c + D(1)
c += D(2)
c < D(3)
c()
bool(c)
not c
f"{c}{c!s}"
C() + C()
C()[D(5)]
C()[D(1):D(2)]
C().p = D(8)
if C(): pass
C() < C() < C()
C() is C()
C().c()

print('\nstr2:')
class S(str): pass
s = S("a")
s.x = D(1)
s.y = D(2)
del s
class L(list): pass
l = L([D(1), D(2)])
l.x = D(3)
l.y = D(4)
del l
class T(tuple): pass
t = T([D(1), D(2)])
t.x = D(3)
del t
class I(int): pass
i = I(5)
i.x = D(1)
del i
class Di(dict): pass
d = Di(a=D(1), b=D(2))
d.x = D(3)
del d
class Se(set): pass
d = Se([D(1), D(2)])
d.x = D(3)
del d
class E(Exception): pass
e = E(D(1), D(2))
e.x = D(3)
del e

print('\nsup:')
class B(D):
    def m(self): return super().m()
    def __init__(self, *a):
        super().__init__(*a)
        self.z = D(2)
B(1).m()
x = super(B, B(1))
del x

print('\nprop:')
x = property(D(1), D(2), D(3))
del x
