# A class whose __mro__ leaves out object: nothing is inherited, and each protocol says so.
from sys import getrefcount


class Meta(type):
    def mro(cls): return [cls]
class Plain: pass
M = Meta('M', (), {'x': 1})
print(M.__mro__, M.__bases__, M.__base__)
def tried(do):
    try: r = do(); print(type(r))
    except Exception as e: print(type(e), e)
tried(lambda: M())
tried(lambda: object.__new__(M))
a = Plain()
def cls():
    a.__class__ = M
tried(cls)
tried(lambda: a.x)
tried(lambda: a.y)
def set(): a.y = 1
tried(set)
def delete(): del a.y
tried(delete)
tried(lambda: repr(a)[:10])
tried(lambda: str(a)[:10])
tried(lambda: hash(a))
tried(lambda: a == a)
tried(lambda: a == 1)
tried(lambda: a != a)
tried(lambda: a < a)
tried(lambda: a.__class__)
tried(lambda: bool(a))
tried(lambda: format(a))
tried(lambda: dir(a))
tried(lambda: f'{a}'[:5])
tried(lambda: f'{a!r}'[:5])
tried(lambda: getrefcount(a))
tried(lambda: iter(a))
tried(lambda: len(a))
tried(lambda: a + a)
tried(lambda: a())
tried(lambda: a[0])
tried(lambda: {a: 1})
tried(lambda: {a})
tried(lambda: [a].index(a))
tried(lambda: [a].remove(2))
tried(lambda: isinstance(a, M))
tried(lambda: isinstance(a, object))
tried(lambda: issubclass(M, object))
tried(lambda: hasattr(a, 'x'))
tried(lambda: getattr(a, 'x', 5))
tried(lambda: vars(a))
tried(lambda: object.__getattribute__(a, 'x'))
tried(lambda: object.__setattr__(a, 'y', 5))
tried(lambda: object.__repr__(a))
tried(lambda: type(a))
import gc, sys, weakref, copy
tried(lambda: print(getrefcount(a), getrefcount(M)))
tried(lambda: weakref.ref(a))
tried(lambda: gc.collect())
tried(lambda: sys.getsizeof(a))
tried(lambda: copy.copy(a))
tried(lambda: a.m())
class N(M, metaclass=Meta):
    def m(self): return 1
    def __init__(self): print('init')
tried(lambda: N())
class O(Plain, M, metaclass=Meta):
    def m(self): return 1
tried(lambda: O())
tried(lambda: M.x)
tried(lambda: M.zz)
tried(lambda: repr(M))
tried(lambda: setattr(M, 'q', 3))
tried(lambda: M.q)
class G(metaclass=Meta):
    def __getattribute__(self, n): return n
    def __new__(cls): return 7
    def __hash__(self): return 7
    def __eq__(self, o): return True
tried(lambda: G())
a.__class__ = G
tried(lambda: a.foo)
tried(lambda: hash(a))
tried(lambda: a == 5)
print(getrefcount(a), getrefcount(M), getrefcount(N), getrefcount(O), getrefcount(G))
