# While others use the bytes of an array, it keeps its size.
from array import array


def tried(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


a = array('B', range(5))
with memoryview(a) as m:
    print(len(m), m.format, m.itemsize, m.readonly, m.tolist(), m.obj is a)
    m[0] = 200
    a[1] = 100
    print(a, m[1], m[1:3].tolist())
    tried(a.append, 1)
    tried(a.pop)
    tried(a.insert, 0, 1)
    tried(a.extend, [1])
    tried(a.extend, array('B'))
    tried(a.extend, array('B', [1]))
    tried(a.fromlist, [1])
    tried(a.fromlist, [])
    tried(a.frombytes, b'x')
    tried(a.frombytes, b'')
    tried(a.__delitem__, 0)
    tried(a.__delitem__, slice(0, 0, 2))
    tried(a.__setitem__, slice(0, 1), array('B'))
    tried(a.__setitem__, slice(0, 1), array('B', [7]))
    tried(a.__imul__, 2)
    tried(a.__imul__, 1)
    tried(a.remove, 4)
    tried(a.reverse)
    tried(a.byteswap)
print(a)
tried(a.append, 1)
print(a)
import sys

R = sys.getrefcount

owner = array('B', range(8))
view = memoryview(owner)
print(R(owner), R(view), R(view[2:]), R(owner))
half = view[:4]
it = iter(owner)
print(R(owner), R(half), half.obj is owner, R(it), next(it))
tried(owner.append, 1)
print(R(owner), bytes(half) == owner[:4].tobytes(), R(owner))
half.release()
view.release()
owner.extend(owner)
print(R(owner), R(view), len(owner), R(list(it)), R(owner))
