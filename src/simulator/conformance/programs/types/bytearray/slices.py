# Reading, assigning and deleting slices.
def fresh():
    return bytearray(b'0123456789')


for start in (None, 0, 2, -3, 20, -20):
    for stop in (None, 0, 5, -1, 20):
        for step in (None, 1, 2, -1, -3):
            part = slice(start, stop, step)
            b = fresh()
            c = fresh()
            del c[part]
            print(b[part].decode(), c.decode(), end=' ')
            d = fresh()
            d[part] = b'x' * len(b[part])
            print(d.decode())
b = fresh()
b[2:4] = b'abcdef'
print(b)
b[2:8] = b''
print(b)
b[5:2] = b'--'
print(b)
b[:0] = b'start'
b[len(b):] = b'end'
print(b)
b[:] = range(65, 70)
print(b)
b[1:3] = [97, 98, 99]
b[0:0] = (x for x in (1, 2))
b[:2] = memoryview(b'MV')
print(b)
b[1:1] = b
print(b)
b[:] = b
b[::-1] = b
print(b)
b[::2] = bytes(len(b[::2]))
print(b)
b[:3] = bytearray()
print(b)
del b[:]
print(b, len(b))
b[:] = b'again'
b[1:-1] = {120: 0}
print(b)
for key, value in ((slice(0, 4, 2), b'abc'), (slice(0, 1), 5), (slice(0, 1), 'x'), (slice(0, 1), 1.5), (slice(0, 1), None),
                   (slice(0, 1), [256]), (slice(0, 1), ['a']), (slice(0, 1, 0), b''), (slice('a', 1), b''), ('a', 1), (1.5, 1)):
    try:
        fresh()[key] = value
    except Exception as error:
        print(type(error).__name__, error)
import sys

R = sys.getrefcount

array, part = fresh(), bytes([88, 89, 90])
where = slice(1, 4)
array[where] = part
print(R(array), R(part), R(where), R(array[where]), R(where))
array[::2] = array[1::2]
array[2:4] = array
array[:] = iter([65, 66])
del array[where]
print(array, R(array), R(part), R(where))
wrong = [[]]
for key in (where, slice(None, None, 2), (1,), wrong):
    try:
        array[key] = wrong
    except Exception as error:
        print(type(error).__name__, R(error), R(array), R(wrong), R(key), R(wrong[0]))
