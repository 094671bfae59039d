# Operators that nobody takes: each side says NotImplemented, in turn, and it is given back (in 3.11 it is counted).
from sys import getrefcount as R
from types import SimpleNamespace, CellType
import operator as op, copy, weakref
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f'{type(e).__name__}: {e}'
class A:
    asked = 0
    def no(self, *other): A.asked += 1; return NotImplemented
    __add__ = __radd__ = __iadd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __imul__ = __truediv__ = __rtruediv__ = no
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __pow__ = __rpow__ = __ipow__ = no
    __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = __and__ = __rand__ = __or__ = __ror__ = __xor__ = __rxor__ = __matmul__ = __rmatmul__ = no
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = no
    __hash__ = None
class B(A):
    def __radd__(self, other): return NotImplemented
    def __rpow__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
a, b = A(), B()
two = ('add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor matmul iadd imul ipow iand ilshift concat iconcat lt le gt ge eq ne').split()
before = R(NotImplemented)
for name in two:
    f = getattr(op, name)
    for x, y in ((a, b), (a, 5), (5, a), (b, a), (1.5, a), (a, 'x'), (5, 'x'), (1.5, 'x'), (1j, 'x'), (1j, 2j), ([], 5), ((), 5), ({}, 5), ({1}, 5), ('x', 5.5), (b'x', 5.5), (None, 5), (True, 'x'), (range(1), 5), (slice(1), 5), (frozenset(), []), ({}.keys(), 5), ({}.items(), {}.values()), (int, 'x'), (list[int], 5), (int | str, 5), (bytearray(b'x'), 5.5), (memoryview(b'x'), 5)):
        try: f(copy.copy(x) if name.startswith('i') and type(x) in (list, set, dict, bytearray) else x, y)
        except (TypeError, ValueError): pass
print(R(NotImplemented) - before, A.asked, R(a), R(b))
for x, y in ((a, b), (b, a), (5, a), (a, 5), (5, 'x'), (1.5, 'x'), (1j, 5)): print(tried(divmod, x, y), tried(pow, x, y), tried(pow, x, y, 3), end='; ')
print(R(NotImplemented) - before, R(a), R(b))
for x in (5, 2.5, 1j, True, 'x', b'x', (), [], {}, set(), frozenset(), range(3), slice(1), print, [].append, object().__init__, ''.join, type, list[int], iter([]), {}.keys(), None, NotImplemented, ..., A.no, a.no, CellType(1), CellType(), SimpleNamespace(q=1), weakref.ref(A), type.__call__, int.__add__, {}.items()):
    row = []
    for y in (5, 'x', None, x): row.append([tried(f, x, y) is True for f in (op.lt, op.le, op.eq, op.ne, op.ge)])
    print(type(x).__name__, [''.join('01'[v] for v in r) for r in row], end='; ')
print(R(NotImplemented) - before)
class P:
    def __pow__(self, other, mod=None): return NotImplemented
    def __ipow__(self, other): return NotImplemented
p = P(); print(tried(op.pow, p, 2), tried(op.ipow, p, 2), tried(pow, p, 2, 3), tried(pow, 2, p, 3), tried(pow, 2, 3, p), R(p))
class N(P):
    def __pow__(self, other, mod=None): return 5000
n = N(); print(op.ipow(n, 2), pow(n, 2), pow(n, 2, 3), R(n))
class I:
    def __iadd__(self, other): return NotImplemented
    def __add__(self, other): return [other]
i = I(); kept = i; i += p; print(i[0] is p, R(p), R(kept)); del i, kept; print(R(p))
class Sub(int):
    def __radd__(self, other): return NotImplemented
    def __add__(self, other): return NotImplemented
s = Sub(5000); print(tried(lambda: s + 'x'), tried(lambda: 1 + s), tried(lambda: s + s), R(s))
class L(list):
    def __add__(self, other): return NotImplemented
    def __mul__(self, other): return NotImplemented
l = L([p]); print(tried(lambda: l + [1]), tried(lambda: l * 2), R(l), R(p))
l *= 1; l2 = [p]; l2 *= 1; t = (p,); t *= 1; print(R(l2), R(t), R(p)); e = []; e *= 3; u = () * 5; v = (p,) * 0; print(e, u, v, R(p))
print(R(NotImplemented) - before, R(p), R(a), R(b))
