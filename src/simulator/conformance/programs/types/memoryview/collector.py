# Views in cycles, what they hold, and what the collector sees of them.
import gc
import sys

gc.collect()


class Buffer(bytearray):
    def __del__(self):
        print('del', bytes(self))


b = Buffer(b'one')
b.view = memoryview(b)
b.part = b.view[1:]
del b
print(gc.collect())
b = Buffer(b'two')
items = [memoryview(b)]
items.append(items)
del items, b
print(gc.collect())
m = memoryview(bytearray(b'abc'))
print(gc.is_tracked(m), gc.is_tracked(m.obj), gc.is_tracked(gc.get_referents(m)[0]), gc.is_tracked(iter(m)), gc.is_tracked(iter(b'')))
holder = gc.get_referents(m)[0]
print(type(holder).__name__, sys.getrefcount(holder), gc.get_referents(holder) == [m.obj], gc.get_referrers(holder) == [m])
n = m[1:]
print(sys.getrefcount(holder), len(gc.get_referrers(holder)))
m.release()
print(gc.is_tracked(m), gc.is_tracked(holder), sys.getrefcount(holder), gc.get_referents(m) == [holder])
n.release()
print(gc.is_tracked(holder), gc.get_referents(holder), gc.is_tracked(n))
it = iter(memoryview(b'ab'))
print(gc.get_referents(it)[0].tolist(), next(it), next(it), next(it, 'end'), gc.get_referents(it))
