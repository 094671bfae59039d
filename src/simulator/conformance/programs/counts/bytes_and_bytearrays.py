# bytes, bytearray and memoryview: who holds whose memory.
import sys

R = sys.getrefcount

n = int('50')
b = b'ab' * n
print(R(b), b[:] is b, bytes(b) is b, R(b[1:]), R(b.strip()), R(b))
m = memoryview(b)
print(R(b), R(m), R(m[1:]), R(m.obj), R(b))
k = m[2:5]
print(R(b), R(m), bytes(k), R(k.obj))
m.release()
print(R(b)); del m
print(R(b)); k.release()
print(R(b))
a = bytearray(b)
print(R(a), R(b)); v = memoryview(a)
try:
    a.append(1)
except BufferError as e:
    print(e, R(a))
with memoryview(a) as w:
    print(R(a), R(w))
del v, w
a += b
print(R(a), R(b), len(a))
x = b.join([b, b]); print(R(b), R(x))
i = iter(b); print(R(b), next(i), R(b)); list(i); print(R(b))
print(b.replace(b'z', b'y') is b, b.partition(b'z')[0] is b, R(b), b.split(b'z')[0] is b)
