# The methods that change a bytearray.
b = bytearray(b'abc')
print(b.append(100), b)
print(b.extend(b'ef'), b.extend([103, 104]), b.extend(iter([105])), b.extend(x for x in b'jk'), b)
b.extend(b)
print(b)
b = bytearray(b'abc')
b.insert(0, 90)
b.insert(100, 91)
b.insert(-1, 92)
b.insert(-100, 93)
print(b)
print(b.pop(), b.pop(0), b.pop(-2), b)
b.remove(ord('b'))
print(b)
b.reverse()
print(b)
print(b.copy(), b.copy() is b, b.clear(), b, len(b))
b.append(1)
b.clear()
b.extend(b'')
b.extend(())
b.reverse()
print(b)
b = bytearray(b'0123456789')
for value in (b.pop(3), b.pop(), b.pop(0)):
    print(value, end=' ')
print(b)
b += range(3).__class__.__name__.encode()
print(b)
b = bytearray(20)
for i in range(20):
    b[i] = i * 3
print(b, sum(b))
del b[0]
del b[-1]
del b[5:]
print(b)
b.__setitem__(0, 9)
b.__delitem__(1)
b.__iadd__(b'z')
b.__imul__(3)
print(b)


class Growing:
    def __index__(self):
        b.append(7)
        return 65


b = bytearray(b'xy')
b.append(Growing())
print(b)
if hasattr(bytearray, 'resize'):
    b = bytearray(b'abcdef')
    print(b.resize(3), b, b.resize(6), b, b.resize(0), b)
    try:
        b.resize(-1)
    except ValueError as error:
        print(error)
if hasattr(bytearray, 'take_bytes'):
    b = bytearray(b'abcdef')
    print(b.take_bytes(2), b, b.take_bytes(-1), b, b.take_bytes(), b)
    b = bytearray(b'abc')
    part = b.take_bytes(2)
    b[0] = 65
    print(part, b, b'abc'[2:], type(part), hash(part) == hash(b'ab'))
    b = bytearray(b'abcdef')
    print(b.take_bytes(4), b, b.take_bytes(0), b.take_bytes(n=None) if False else b.take_bytes(None), b)
    for wrong in (1, -1, 'x', 1.5):
        try:
            b.take_bytes(wrong)
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
import sys

R = sys.getrefcount

array, more = bytearray(b'xyz'), bytes([49, 50, 51])
print(array.extend(more), array.append(52), array.insert(0, 53), R(array), R(more))
array += more
array *= 2
print(R(array), R(more), array.pop(), array.remove(49), array.reverse(), R(array))
array.extend(array)
array += memoryview(more)
print(R(array), R(more), len(array))
given = [1, 2, 3]
array.extend(given)
array.extend(iter(given))
print(R(given), R(array), array.clear(), R(array), R(array.copy()), R(array))
