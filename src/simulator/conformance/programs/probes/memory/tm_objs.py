# traced size of object(), [], {}, C(), C() with attr, list growth
import tracemalloc, gc
gc.disable()
class C: pass
class A:
    def __init__(self): self.x = None
n = int('9')
def sz(mk):
    keep = [None] * 500
    mk(); gc.collect()
    a = tracemalloc.get_traced_memory()[0]
    for i in range(500): keep[i] = mk()
    b = tracemalloc.get_traced_memory()[0]
    return round((b - a) / 500)
tracemalloc.start()
for i in range(3): sz(C); sz(A)
print(*[sz(m) for m in (lambda: object(), lambda: [], lambda: [n], lambda: {}, lambda: {1: n}, lambda: C(), lambda: A(), lambda: (n, n), lambda: set(), lambda: n * 1.5, lambda: 'x' * n, lambda: n * 10**12)])
