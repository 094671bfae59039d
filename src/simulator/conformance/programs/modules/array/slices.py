# Indexing, slices, and what they are assigned.
from array import array


def tried(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


a = array('h', range(6))
for key in (0, -1, 5, 6, -7, 'x', 1.0, None, 2 ** 70, True):
    tried(a.__getitem__, key)
for i in range(-7, 8, 3):
    for j in (-9, -2, 0, 3, 9, None):
        for k in (1, 2, -1, -2, None):
            assert a[i:j:k].tolist() == list(range(6))[i:j:k]
tried(a.__getitem__, slice(0, 3, 0))
tried(a.__setitem__, 1, 11)
tried(a.__setitem__, -1, 15)
tried(a.__setitem__, 6, 1)
tried(a.__setitem__, 0, 'x')
tried(a.__setitem__, 'x', 1)
tried(a.__setitem__, slice(0, 2), [1, 2])
tried(a.__setitem__, slice(0, 2), array('b', [1, 2]))
tried(a.__setitem__, slice(0, 4, 2), array('h', [1]))
tried(a.__delitem__, 6)
tried(a.__delitem__, 'x')
print(a)
for key in (slice(1, 3), slice(3, 1), slice(None, None, 2), slice(None, None, -1), slice(5, None), slice(0, 0), slice(4, 0, -2)):
    for new in ((), (7,), (7, 8), (7, 8, 9), tuple(range(20, 26))):
        one, two = array('h', range(6)), list(range(6))
        try:
            two[key] = new
        except ValueError:
            two = None
        try:
            one[key] = array('h', new)
            print(key, new, one.tolist() == two)
        except ValueError as e:
            print(key, new, e, two is None)
    one, two = array('h', range(6)), list(range(6))
    del one[key], two[key]
    print(key, one.tolist() == two, one)
a = array('i', [1, 2, 3])
a[1:1] = a
print(a)
a[::2] = array('i', [0, 0, 0])
print(a)
a[:] = a
print(a, a[:] is a)
del a[1]
a[len(a):] = array('i', [9])
print(a)
tried(lambda: a + [1])
tried(lambda: a + array('b'))
tried(lambda: a * 1.5)
tried(lambda: [1] + a)
print(a + a, a * 2, 2 * a, a * 0, a * -1)
tried(a.__iadd__, [1])
tried(a.__iadd__, array('b'))
same = a
a += array('i', [5])
a *= 2
print(a is same, a)
a *= 0
print(a is same, a)
import sys

R = sys.getrefcount

a, b, cut = array('i', range(6)), array('i', [7, 8]), slice(1, 3)
a[cut] = b
print(R(a), R(b), R(cut), R(a[cut]), R(a[::-1]), R(a))
a[:] = a
a[2:2] = a[:2]
del a[cut]
print(a, R(a), R(b), R(cut))
a += b
a *= 2
print(R(a), R(b), R(a + b), R(a * 3), R(a), R(b))
for wrong in ([1], 5, array('d', [1]), cut):
    try:
        a[cut] = wrong
    except Exception as e:
        print(type(e).__name__, R(e), R(a), R(cut))
