# bytes, bytearray and memoryview: who holds the buffer, and objects that are asked for bytes.
import sys
R = sys.getrefcount
class B:
    def __bytes__(self):
        seen.append(R(self))
        return data
    def __index__(self):
        seen.append(('index', R(self)))
        return 3
class It:
    def __iter__(self):
        seen.append(R(self))
        return iter([1, 2, i])
class Sub(bytearray):
    def append(self, x):
        seen.append((R(self), R(x) > 0))
        super().append(x)
def told(*what):
    print(*what, seen, R(data), R(array), R(o))
    seen.clear()
seen, data, array, o, i = [], bytes([1, 2, 3]) * 30, bytearray(b'abc'), B(), B()
told(bytes(o) is data, len(bytes(i)) if 0 else 0, bytes(It()), bytearray(It()), b'%b' % o == data, b'%d' % o.__index__())
told(R(bytes(data)), R(data[:]), R(data + b''), R(b'' + data), R(data * 1), R(data.strip()), R(data.replace(b'x', b'')), R(b''.join([data])))
array.append(i), array.insert(0, i), array.extend(It()), array.__setitem__(0, i)
told(array, R(bytes(array)), R(array[:]), R(array + data))
array += data[:2]
array *= 2
del array[4:]
told(array, array.pop(), array.find(i), i in array if 0 else 1)
m = memoryview(data)
told(R(m), m.obj is data, R(m[1:]), R(m.tobytes()), R(m.tolist()))
part = m[2:5]
told(R(m), R(part), part.obj is data, part == data[2:5], R(part.obj))
m.release()
told(R(m), part[0])
part.release()
told(R(part))
w = memoryview(array)
w[0] = i
w[1:3] = b'zz'
told(R(w), array, R(w.obj))
try:
    array.append(1)
except BufferError as error:
    told(R(error))
with w:
    told(R(w))
try:
    w[0]
except ValueError as error:
    told(R(error), R(w))
c = memoryview(bytearray(8))
told(R(c), R(c.obj), c.tolist())
s = Sub(b'a')
s.append(o)
told(R(s), s, R(s[:]), R(s.copy()), type(s + b'').__name__)
x = bytes.fromhex('6162')
told(R(x), R(x.decode()), R(data.hex()), R(x.split(b'z')[0]), R(x.partition(b'z')[0]), R(x.upper()))
t = x.maketrans(b'a', b'b')
told(R(x.translate(t)), R(t), R(x.translate(None)), R(int.from_bytes(data, 'big')), R(x.ljust(1)), R(x.zfill(0)), R(x.removeprefix(b'z')))
