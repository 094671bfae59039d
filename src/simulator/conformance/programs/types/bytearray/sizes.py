# How much room a bytearray has: it grows ahead of need, shrinks by half, and gives up its beginning.
import sys

size = sys.getsizeof
print(size(bytearray()), [size(bytearray(n)) for n in range(0, 20)])
print(size(bytearray(b'abc')), size(bytearray([1, 2, 3])), size(bytearray((1, 2, 3))), size(bytearray('abc', 'ascii')), size(bytearray('a', 'ascii')))
print([size(bytearray(iter(range(n)))) for n in range(0, 40)])
print(size(bytearray([True, 2, 3])), size(bytearray(x for x in range(10))), size(bytearray(memoryview(b'0123456789')[::2])))


def changes(b, steps, act):
    seen = [(len(b), size(b), b.__alloc__())]
    for _ in range(steps):
        act(b)
        now = (len(b), size(b), b.__alloc__())
        if now[1] != seen[-1][1]:
            seen.append(now)
    print(seen)
    return b


b = changes(bytearray(), 300, lambda b: b.append(1))
b = changes(b, 300, lambda b: b.pop())
b = changes(bytearray(300), 300, lambda b: b.pop(0))
b = changes(bytearray(300), 140, lambda b: b.__delitem__(slice(0, 2)))
b = changes(bytearray(300), 90, lambda b: b.__delitem__(slice(-3, None)))
b = changes(bytearray(10), 50, lambda b: b.extend(b'ab'))
b = changes(bytearray(10), 50, lambda b: b.extend([1, 2]))
b = changes(bytearray(10), 8, lambda b: b.__iadd__(b))
b = changes(bytearray(3), 5, lambda b: b.__imul__(2))
b = changes(bytearray(10), 50, lambda b: b.insert(0, 1))
b = bytearray(100)
del b[:10]
print(size(b), len(b), b.__alloc__())
b.append(1)
print(size(b), len(b))
for _ in range(9):
    b.append(1)
print(size(b), len(b))
b.append(1)
print(size(b), len(b))
del b[:60]
print(size(b), len(b))
b[:5] = b'xx'
print(size(b), len(b))
b[0:0] = b'0123456789'
print(size(b), len(b))
b.clear()
print(size(b), len(b))
b.append(1)
print(size(b))
b = bytearray(b'x' * 50)
del b[::2]
print(size(b), len(b))
del b[5:25:3]
print(size(b), len(b))
print(size(bytearray(50)[:20]), size(bytearray(50).copy()), size(bytearray(5) + b'abc'), size(bytearray(5) * 3), size(bytearray(b'a b').split()[0]))
print(size(bytearray(b'abc').upper()), size(bytearray(b'abc').translate(None, b'a')), size(bytearray(100).translate(None, b'\0')), size(bytearray(b'abc').replace(b'b', b'xyz')))
if hasattr(b, 'resize'):
    b.resize(1000)
    print(size(b))
    b.resize(600)
    print(size(b))
    b.resize(10)
    print(size(b))
if hasattr(b, 'take_bytes'):
    b = bytearray(100)
    print(size(b.take_bytes(10)), size(b), size(b.take_bytes(80)), size(b), size(b.take_bytes()), size(b))


class Sub(bytearray):
    pass


class Slots(bytearray):
    __slots__ = ('a',)


print(size(Sub(b'abc')), size(Slots(b'abc')))

R = sys.getrefcount
held = Sub(b'abc')
held.back = held, b
print(R(held), R(b), R(held.back))
for i in range(3):
    b += b'0123456789'
    del b[:5]
    print(R(b), size(b))
del held.back
print(R(held), R(b))
