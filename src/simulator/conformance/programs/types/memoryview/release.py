# Giving a view up: release, the with statement, and what a released view still answers.
import sys
import weakref


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


b = bytearray(b'abc')
m = memoryview(b)
part = m[1:]
print(m.release(), m.release())
print(repr(m).split(' at ')[0], part.tolist())
for what in (lambda: len(m), lambda: m[0], lambda: m[:1], lambda: m.tolist(), lambda: m.tobytes(), lambda: m.obj, lambda: m.nbytes, lambda: m.format, lambda: m.readonly, lambda: m.shape, lambda: m.contiguous,
             lambda: list(m), lambda: hash(m), lambda: m == m, lambda: m == b, lambda: m != b, lambda: memoryview(m), lambda: bytes(m), lambda: m.hex(), lambda: m.toreadonly(), lambda: m.__enter__(), lambda: m.cast('B'),
             lambda: b'' + m, lambda: b'x'.join([m, m]), lambda: m.__setitem__(0, 1), lambda: bool(m), lambda: 5 in m, lambda: b == m, lambda: m.itemsize, lambda: m.ndim, lambda: m.strides):
    attempt(what)
attempt(lambda: b.append(1))
part.release()
attempt(lambda: b.append(1))
with memoryview(b) as v:
    print(v[0])
    inner = v[1:]
attempt(lambda: v[0])
print(inner[0])
attempt(b.clear)
inner.release()
attempt(b.clear)
r = memoryview(b'xyz')
hash(r)
r.release()
print(hash(r) == hash(b'xyz'))
m = memoryview(bytearray(b'abcd'))
it = iter(m)
print(next(it))
m.release()
attempt(lambda: next(it))
m = memoryview(b'abc')
ref = weakref.ref(m, lambda _: print('view gone'))
print(ref() is m)
del m
print(ref())
with memoryview(b'abc') as v:
    v.release()
try:
    with memoryview(b'abc') as v:
        raise KeyError(1)
except KeyError:
    attempt(lambda: v[0])


class Releasing:
    def __index__(self):
        m.release()
        return 1


m = memoryview(bytearray(b'abc'))
attempt(lambda: m.__setitem__(0, Releasing()))
print(sys.getrefcount(b))
