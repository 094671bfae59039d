# The methods of arrays, one after the other.
from array import array
import copy


def tried(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


a = array('i', [1, 2, 3, 2])
for name in 'append extend insert pop remove index count reverse fromlist tolist tobytes frombytes byteswap'.split():
    print(name, hasattr(a, name), end='; ')
print()
tried(a.append, 5)
tried(a.append)
tried(a.append, 1, 2)
tried(a.append, 'x')
tried(a.insert, 0, 0)
tried(a.insert, -1, 9)
tried(a.insert, -99, 8)
tried(a.insert, 99, 7)
tried(a.insert, 'x', 7)
tried(a.insert, 1)
print(a)
tried(a.pop)
tried(a.pop, 0)
tried(a.pop, -2)
tried(a.pop, 99)
tried(a.pop, -99)
tried(a.pop, 'x')
tried(a.pop, 1, 2)
tried(array('i').pop)
print(a)
tried(a.index, 2)
tried(a.index, 2, 3)
tried(a.index, 2, -1)
tried(a.index, 2, 0, 1)
tried(a.index, 2, -99, 99)
tried(a.index, 99)
tried(a.index, 'x')
tried(a.index, 2, 'x')
tried(a.index, 2.0)
tried(a.count, 2)
tried(a.count, 2.0)
tried(a.count, '2')
tried(a.remove, 2)
tried(a.remove, 99)
print(a, 3 in a, 99 in a, 'x' in a)
tried(a.extend, array('i', [10, 11]))
tried(a.extend, [12])
tried(a.extend, a)
tried(a.extend, (x for x in (13, 14)))
tried(a.extend, array('b'))
tried(a.extend, 5)
tried(a.extend, [15, 'x'])
print(a)
tried(a.fromlist, [1, 2])
tried(a.fromlist, (1,))
tried(a.fromlist, [3, 'x'])
print(a)
tried(a.reverse)
tried(a.tolist)
tried(a.tobytes)
tried(a.byteswap)
tried(a.tolist)
b = array('h')
tried(b.frombytes, b'\x01\x02\x03\x04')
tried(b.frombytes, b'\x01')
tried(b.frombytes, 'x')
tried(b.frombytes, array('B', [5, 0]))
tried(b.frombytes, array('h', [5]))
tried(b.frombytes, bytearray(b'ab'))
tried(b.fromunicode, 'x')
tried(b.tounicode)
tried(b.byteswap)
print(b, bytes(b), bytearray(b), b''.join([b, b'-', b]), b == bytes(b), bytearray(b) == b)
print(b.buffer_info()[1], array('d', [1.0]).buffer_info()[1], array('i').buffer_info()[1])
print(copy.copy(b), copy.deepcopy(b), b.__copy__() is b)
for code in 'bhiqfd':
    c = array(code, [1, 2, 3])
    c.byteswap()
    c.byteswap()
    c.reverse()
    print(c)


class File:
    def __init__(self, data=b''):
        self.data = data

    def write(self, data):
        print('write', type(data).__name__, len(data))

    def read(self, n):
        print('read', n)
        return self.data[:n]


a.tofile(File())
array('i', [0] * 20000).tofile(File())
array('i').tofile(File())
a = array('i')
tried(a.fromfile, File(b'\1\0\0\0\2\0\0\0'), 1)
tried(a.fromfile, File(b'\1\0\0\0'), 2)
tried(a.fromfile, File(b'\1\0\0'), 1)
tried(a.fromfile, File('1234'), 1)
tried(a.fromfile, File(), 0)
tried(a.fromfile, File(), -1)
tried(a.fromfile, 5, 1)
tried(a.tofile, 5)
print(a)
if hasattr(a, 'clear'):
    a.clear()
    print(a)
tried(lambda: array[int])
import sys

R = sys.getrefcount

a, more = array('i', [3, 1, 2]), [4, 5]
b = copy.copy(a)
print(R(a), R(b), a.extend(b), a.fromlist(more), R(a), R(b), R(more))
print(R(a.tolist()), R(a.tobytes()), a.buffer_info()[1], a.index(4), a.count(more), R(a), R(more))
for call in (lambda: a.append(more), lambda: a.extend(more + [more]), lambda: a.insert(more, 1), lambda: a.remove(more), lambda: a.pop(more),
             lambda: a.fromlist(more + [more]), lambda: a.index(more)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, R(e), R(a), R(more))
it = iter(a)
print(R(a), R(it), next(it), R(copy.deepcopy([a, a])), R(a))
print(len(list(it)), R(a), R(it))
