# Who holds a bytearray: its views through the buffer they share, its iterators; and what it keeps from moving.
import gc
import sys


def count(o):
    return sys.getrefcount(o) - alone


alone = 0
alone = count(bytearray(1))


def attempt(what):
    try:
        print('done', what())
    except BufferError as error:
        print('BufferError', error)


b = bytearray(b'abcdef')
print(count(b))
m = memoryview(b)
print(count(b), gc.get_referents(m)[0].__class__.__name__, gc.get_referents(gc.get_referents(m)[0]))
n = m[1:3]
o = memoryview(m)
print(count(b), sys.getrefcount(gc.get_referents(m)[0]), m.obj is b, n.obj is b)
for what in (lambda: b.append(1), lambda: b.pop(), lambda: b.clear(), lambda: b.extend(b'x'), lambda: b.insert(0, 1), lambda: b.remove(97),
             lambda: b.__delitem__(0), lambda: b.__delitem__(slice(None, None, 2)), lambda: b.__setitem__(slice(0, 1), b'xy'), lambda: b.__setitem__(slice(0, 2), b'XY'),
             lambda: b.__setitem__(0, 90), lambda: b.reverse(), lambda: b.__iadd__(b''), lambda: b.__iadd__(b'x'), lambda: b.__imul__(2), lambda: b.__imul__(1), lambda: b.__init__(b'new'), lambda: b.extend(b'')):
    attempt(what)
print(b, m.tobytes())
m.release()
attempt(lambda: b.append(1))
del n
print(count(b))
attempt(lambda: b.append(1))
o.release()
print(count(b))
attempt(lambda: b.append(1))
print(b)
with memoryview(b) as view:
    attempt(b.clear)
    print(count(b))
attempt(b.clear)
print(count(b), view)
it = iter(b)
print(count(b))
del it
b = bytearray(b'xy')
memoryview(b)
print(count(b))
views = [memoryview(b) for _ in range(3)]
print(count(b))
views.append(views[0][:1])
print(count(b))
del views[0]
print(count(b))
views.clear()
print(count(b))


class Owner(bytearray):
    def __del__(self):
        print('gone')


o = Owner(b'abc')
m = memoryview(o)
del o
print(m.tolist(), type(m.obj))
n = m[1:]
del m
print('still', n.tolist())
n.release()
print('released')
o = Owner(b'abc')
o.view = memoryview(o)
del o
print('cycle', gc.collect())
s = b'separator'
before = sys.getrefcount(s)
m = memoryview(s)
print(sys.getrefcount(s) - before)
parts = bytearray(b',')


def changing():
    yield b'a'
    try:
        parts.append(1)
    except BufferError as error:
        print(error)
    yield b'b'


print(parts.join(changing()))
