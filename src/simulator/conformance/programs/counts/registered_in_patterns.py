# Classes of one's own that patterns take for sequences and mappings, by inheritance and by registration; what the caches hold.
import abc
import collections.abc as c
import sys
R = sys.getrefcount
class S(c.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
class Reg:
    def __len__(self): return 2
    def __getitem__(self, i):
        return [[1], [2]][i]
class M:
    def __len__(self): return 1
    def get(self, k, d): return 5
    def __iter__(self): return iter([1, 2, 3])
    def __getitem__(self, k): return 5
c.Sequence.register(Reg); c.Mapping.register(M)
class Sub(Reg): pass
for o in S(), Reg(), Sub(), M(), len:
    match o:
        case [a, b]: print('seq', a, b)
        case {'k': v}: print('map', v)
        case _: print('none')
class A(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C): print('hook', C.__name__); return NotImplemented
class B: pass
class C2(A): pass
class D2(C2): pass
print(isinstance(B(), A), isinstance(B(), A), issubclass(B, A))
A.register(B)
print(isinstance(B(), A), isinstance(B(), A), issubclass(B, A), isinstance(D2(), A), isinstance(D2(), A))
class E(B): pass
print(isinstance(E(), A), issubclass(E, A), issubclass(int, A), issubclass(int, C2), issubclass(int, A))
C2.register(int)
print(issubclass(int, A), issubclass(int, A), abc.get_cache_token() > 0)
o, s = Reg(), S()
for i in range(20):
    match o, s:
        case [[a], [b]], [x, y]:
            got = R(o), R(s), a, x, y
print(got, R(o), R(s), R(c.Sequence.register(Sub)) > 3, R(A.register(M)) > 3, isinstance(M(), A))
