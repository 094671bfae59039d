# A memoryview holds what it shows.
import sys

R = sys.getrefcount

b = bytearray(b'abc')
m = memoryview(b)
print(R(b), R(m), R(m.obj))
n = m[1:]
print(R(b), R(m), R(n))
m.release()
print(R(b), R(m), R(n))
del n
print(R(b))
with memoryview(b) as m:
    print(R(b), R(m))
print(R(b), R(m))
c = bytes(b)
print(R(c), R(bytes(c)), R(c[:]), R(b))
