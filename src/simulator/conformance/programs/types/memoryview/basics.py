# A view of the bytes of another object.
import sys

b = bytearray(b'abcdef')
m = memoryview(b)
r = memoryview(b'abcdef')
print(len(m), m[0], m[-1], m.tolist(), m.tobytes(), m.hex(), m.hex(':'), m.hex('-', 4), bool(m), bool(m[:0]))
print(m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, r.readonly, m.obj is b, m.c_contiguous, m.f_contiguous, m.contiguous)
for part in (m[1:4], m[::2], m[::-1], m[4:1], m[-2:], m[1::3], m[:100], m[::-2], m[::2][1:], m[::-1][::2], m[:]):
    print(part.tolist(), part.shape, part.strides, part.nbytes, part.contiguous, part.tobytes(), bytes(part), bytearray(part), list(part), part.obj is b)
m[0] = 65
m[-1] = 90
m[1:3] = b'XY'
m[3:5] = bytearray(b'..')
print(b, m.tolist())
m[::2] = b'123'
m[::-1] = b'fedcba'
print(b)
m[1:4] = m[2:5]
print(b)
m[:] = memoryview(b'zyxwvu')[::-1]
m[2:2] = b''
print(b)
b[0] = 33
print(m[0], m == b, m == bytes(b), b == m, bytes(b) == m, m != r, m[:3] == m[:3], m[::2] == m[::2].tobytes(), m == 5, m == 'x', r == memoryview(b'abcdef'), m[:2] == r)
print(117 in m, b'u' in m, list(reversed(m)), sorted(m), max(m), sum(m), [x for x in m[1:3]])
print(hash(r) == hash(b'abcdef'), hash(r[1:3]) == hash(b'bc'), hash(r[::2]) == hash(b'ace'), {r: 1}[b'abcdef'])
it = iter(m)
print(type(it), next(it), list(it), list(it), type(m), type(r[:1]))
print(memoryview(object=b'named').tobytes(), memoryview(m).tobytes(), memoryview(m) == m, memoryview(m) is m)
ro = m.toreadonly()
print(ro.readonly, ro == m, ro.obj is b)
print(b'x' + r, r.obj + r, b'-'.join([r, m]), b'abcdefgh'.find(r), b'abcdef'.startswith(r[:2]), b'abcdef'.replace(r[:1], r[1:2]), bytearray(b'') + r)
print(int(memoryview(b'12')), float(memoryview(b'1.5')), str(r, 'ascii'), int.from_bytes(r[:2], 'big'), b'%s' % r[::2])
print(sys.getsizeof(m), sys.getsizeof(m[1:]), sys.getsizeof(iter(m)), sys.getsizeof(memoryview(b'')))
print(m.tobytes(order='C'), m.tobytes('F'), m.tobytes(None), m.cast('B') == m)
match m:
    case [first, *rest]:
        print('sequence', first, rest)
b = bytearray(b'grow')
b += memoryview(b'n')
b.extend(memoryview(b' up')[:])
b[:1] = memoryview(b'G')
print(b)
empty = memoryview(bytearray())
print(empty.tolist(), empty.tobytes(), len(empty), empty == b'', memoryview(b'').contiguous)
print(repr(r).split(' at ')[0], m.__len__(), m.__getitem__(0), memoryview.__name__)
if hasattr(m, 'count'):
    v = memoryview(b'abcabc')
    print(v.count(97), v.count(120), v.count('a'), v.index(98), v.index(98, 2), v.index(99, -1), v.index(97, 1, 5))
    for args in ((97, 4), (97, 1, 2), (120,)):
        try:
            v.index(*args)
        except ValueError as error:
            print(error)

R = sys.getrefcount
owner = bytearray(b'0123456789')
view = memoryview(owner)
print(R(owner), R(view))
parts = [view[1:], view[::2], memoryview(view), view.cast('B'), view.toreadonly()]
print(R(owner), R(view), [R(p) for p in parts], R(view.obj), R(owner))
it = iter(view)
print(R(view), R(it), next(it), R(owner))
with parts[0] as entered:
    print(R(entered), R(owner))
del entered, it
print(R(view), R(owner), view == owner, bytes(view) == owner, R(owner))
for part in parts:
    part.release()
print(R(owner), R(view), R(part))
del parts, part
view.release()
print(R(owner), R(view))
