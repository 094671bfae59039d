# delta of count[0] for creating one of each kind
import gc
gc.disable()
class C: pass
class S: __slots__ = ('a',)
def f(): pass
def d(mk):
    mk()
    gc.collect()
    a = gc.get_count()[0]
    o = mk()
    b = gc.get_count()[0]
    return b - a
base = d(lambda: None)
print(*[d(m) - base for m in (lambda: [], lambda: {}, lambda: (1, [])[0:2], lambda: C(), lambda: S(), lambda: set(), lambda: 'x' * 3, lambda: 10 ** 20, lambda: object(), lambda: (lambda: 0), lambda: iter([]), lambda: [[], []], lambda: {'a': 1}, lambda: range(3), lambda: ValueError())])
