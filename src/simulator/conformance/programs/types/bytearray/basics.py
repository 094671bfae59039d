# What a bytearray is made of, how it is shown, and how it stands to bytes.
import copy

print(bytearray(), bytearray(3), bytearray(b'abc'), bytearray([1, 2, 255]), bytearray((65, 66)))
print(bytearray('h\xe9', 'utf-8'), bytearray('h\xe9', 'latin-1'), bytearray('h\xe9', 'ascii', 'replace'), bytearray('', 'ascii'))
print(bytearray(range(5)), bytearray(x * x for x in range(5)), bytearray(bytearray(b'copy')), bytearray(memoryview(b'view')))
print(bytearray({7: 0, 8: 1}), bytearray(source=b'by name'))


class Number:
    def __index__(self):
        return 4


print(bytearray(Number()), bytearray([Number(), True]))
b = bytearray(b'hello')
print(repr(b), str(b), f'{b}', '%s' % b, len(b), bool(b), bool(bytearray()))
print(b[0], b[-1], b[1:3], b[::-1], b[10:], b[::2], type(b[1:3]))
print(b == b'hello', b'hello' == b, b == bytearray(b'hello'), b != b'x', b < b'help', b >= b'hell', b == 'hello', b is bytearray(b))
print(b + b'!', b'!' + b, type(b + b'!'), type(b'!' + b), b * 2, 2 * b, b * 0, b * -1)
print(104 in b, b'ell' in b, bytearray(b'z') in b, b'' in b)
b += b' world'
b *= 2
print(b)
same = b
b += bytearray(b'.')
print(same is b, same[-1:])
b[0] = 72
b[-1] = ord('!')
print(b)
print(isinstance(b, bytearray), isinstance(b, bytes), type(b), bytearray.__mro__)
print(bytes(b), list(bytearray(b'ab')), tuple(bytearray(b'ab')), sorted(bytearray(b'cab')), list(reversed(bytearray(b'abc'))))
print(int(bytearray(b' 42 ')), int(bytearray(b'ff'), 16), float(bytearray(b'1.5')), str(bytearray(b'ab'), 'ascii'), bytearray(b'\xc3\xa9').decode())
print(int.from_bytes(bytearray(b'\x01\x02'), 'big'), sum(bytearray(b'\x01\x02')), max(bytearray(b'abc')), eval(bytearray(b'1 + 1')))
print(bytearray(b'%d-%s') % (5, b'x'), bytearray(b'%b') % bytearray(b'y'))
print(bytearray(b"it's"), bytearray(b'"quoted"'), bytearray(b'\'"'), bytearray(b'\x00\n\t\\\x7f\xff'))
c = copy.copy(b)
d = copy.deepcopy(b)
print(c == b, c is b, d == b, d is b, type(d))
print(b.__reduce__(), b.__reduce_ex__(3), bytearray().__reduce_ex__(4))
print(callable(bytearray), bytearray.__name__, bytearray.__hash__, bytearray.__module__)
match b:
    case bytearray(it):
        print('matched', it is b)
print(bool(bytearray(1)), b.__len__(), b.__contains__(72), b.__getitem__(0), bytearray.__eq__(b, 5))
import sys

R = sys.getrefcount

array, items = bytearray(b'counts'), [65, 66]
print(R(array), R(bytearray(array)), R(array), R(bytearray(items)), R(items), R(bytes(array)))
for byte in array[:2]:
    print(R(array), byte)
it = iter(array)
print(R(array), R(it), next(it), list(it)[-1], R(array))
pair = [array, copy.copy(array), copy.deepcopy([array])]
print(R(array), R(pair[1]), R(pair[2][0]), array == pair[1], R(array))
match array:
    case bytearray(it):
        print(R(it), R(array))
