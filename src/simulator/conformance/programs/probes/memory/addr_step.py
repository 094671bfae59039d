# address steps of consecutive allocations after warm-up (object(), slots inst, list, dict, instance, float, tuple2, int)
import gc
gc.disable()
class C: pass
class S: __slots__ = 'x'
n = int('9')
def steps(mk):
    l = [mk() for i in range(2000)]
    ids = [id(o) for o in l]
    ds = [b - a for a, b in zip(ids[1500:], ids[1501:])]
    return max(set(ds), key=ds.count)
print(*[steps(m) for m in (lambda: object(), lambda: S(), lambda: [], lambda: {}, lambda: C(), lambda: n * 1.5, lambda: (n, n), lambda: n * 1000, lambda: set(), lambda: bytes(40), lambda: 'x' * (n + 40))])
