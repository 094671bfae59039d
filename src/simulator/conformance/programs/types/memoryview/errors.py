# What a memoryview refuses, and in what words.
def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


b = bytearray(b'abcdef')
m = memoryview(b)
r = memoryview(b'abcdef')
for args in ((), (5,), ('a',), (None,), ([1],), (b'', 1), (object(),), (1.5,)):
    attempt(memoryview, *args)
for key in ('a', 10, -7, 1.5, None, (1, 2), (), (slice(0, 1), slice(0, 1)), slice(0, 1, 0), slice('a'), 10**30, (1, 'a')):
    attempt(m.__getitem__, key)
print(m[(1,)])
for key, value in ((0, 'a'), (0, 256), (0, -1), (0, 1.5), (0, 10**30), (0, None), (10, 1), (-7, 1), ('a', 1), ((), 1), ((1, 2), 1), (slice(0, 2), b'abc'), (slice(0, 2), 5), (slice(0, 2), 'ab'),
                   (slice(0, 2), [1, 2]), (slice(0, 1, 0), b''), ((slice(0, 1),), b'a'), (1.5, 1)):
    attempt(m.__setitem__, key, value)
attempt(r.__setitem__, 0, 1)
attempt(r.__setitem__, slice(0, 1), b'a')
attempt(m.toreadonly().__setitem__, 0, 1)
attempt(m.__delitem__, 0)
attempt(r.__delitem__, 0)
attempt(hash, m)
attempt(hash, m.toreadonly())
attempt(lambda: m < b)
attempt(lambda: m + m)
attempt(lambda: m * 2)
attempt(lambda: m.nothing)
attempt(lambda: setattr(m, 'x', 1))
attempt(lambda: setattr(m, 'format', 'b'))
attempt(lambda: m.tobytes('x'))
attempt(lambda: m.tobytes(5))
attempt(lambda: m.release(1))
attempt(lambda: m.tolist(1))
attempt(lambda: m.hex('::'))
attempt(lambda: m.cast())
attempt(lambda: m.cast(5))
attempt(lambda: m[::2].cast('B'))
attempt(lambda: b'abc'.find(m[::2]))
attempt(lambda: b'' + m[::2])
attempt(lambda: b + m[::2])
attempt(lambda: b.join([m[::2]]))
attempt(lambda: bytearray().extend(m[::2]))
attempt(lambda: bytearray().__iadd__(m[::2]))
attempt(lambda: bytearray(b'ace') == m[::2])
attempt(lambda: int(memoryview(b'x')))
attempt(lambda: int(memoryview(b'ff'), 16))
attempt(lambda: str(m, 5))
attempt(lambda: 'a' in m)
print(m[::2].__setitem__(slice(0, 2), b'XY'), b)
import sys

R = sys.getrefcount

owner, wrong = bytearray(8), [[]]
view = memoryview(owner)
for call in (lambda: memoryview(wrong), lambda: view[wrong], lambda: view.__setitem__(0, wrong), lambda: view.cast(wrong),
             lambda: view.__setitem__(slice(2), owner), lambda: view < owner, lambda: owner.append(1), lambda: view[::2].cast('B')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, R(error), R(owner), R(view), R(wrong))
view.release()
try:
    view[0]
except ValueError as error:
    print(R(error), R(owner), R(view))
