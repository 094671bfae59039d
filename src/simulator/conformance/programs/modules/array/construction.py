# What an array is made from: every type code, every kind of source, and what is refused.
from array import array, ArrayType, typecodes
import sys


def tried(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


print(ArrayType is array, array.__name__, array.__module__, array.__mro__)
print(typecodes)
for code in typecodes:
    if code not in 'ulL':
        a = array(code)
        print(code, a, a.typecode == code, a.itemsize, len(a))
for code in 'bBhHiIqQ':
    print(array(code, [0, 1, 100]), array(code, (2, 3)), array(code, iter([4])), array(code, {5: 6}), array(code, b''))
for code in 'fd':
    print(array(code, [0, 1.5, -2]), array(code, (x / 4 for x in range(3))), array(code, array('i', [7])))

tried(array)
tried(array, 'i', 1, 2)
tried(array, 'i', typecode=1)
tried(array, 'x')
tried(array, 'xx')
tried(array, '')
tried(array, 1)
tried(array, b'i')
tried(array, 'x', iter([]))
tried(array, 'i', 'abc')
tried(array, 'i', 5)
tried(array, 'i', [1, 'x'])
tried(array, 'i', iter([1, None]))
tried(array, 'd', ['x'])
tried(array, 'i', b'123')
tried(array, 'i', b'\x01\0\0\0\x02\0\0\0')
tried(array, 'i', bytearray(8))
tried(array, 'h', memoryview(b'ab'))
tried(array.__new__, int, 'i')


class Sub(array):
    pass


class WithInit(array):
    def __init__(self, code, items=(), name=None):
        self.name = name


s = Sub('i', [1, 2])
s.note = 'mine'
print(s, s.note, Sub('i'), type(s[:1]).__name__, type(s + s).__name__, type(s * 2).__name__)
tried(Sub, 'i', x=1)
print(WithInit('i', [3], name='n').name, WithInit('i', [3]))
tried(setattr, array('i'), 'x', 1)
tried(setattr, array, 'x', 1)
tried(setattr, array('i'), 'typecode', 'b')
tried(delattr, array('i'), 'itemsize')
tried(hash, array('i'))


R = sys.getrefcount
numbers, raw, code = [1, 2, 3], bytes(range(8)), 'i'
made = [array(code, numbers), array('B', raw), array('h', iter(numbers)), array('d', (n for n in numbers)), array('i', array('b', numbers))]
print(R(numbers), R(raw), [R(a) for a in made], R(made))
for wrong in ([1, [numbers]], [raw], numbers[0], [None]):
    try:
        array('i', wrong)
    except TypeError as e:
        print(R(e), R(numbers), R(raw))


class Kept(array):
    pass


k = Kept('i', numbers)
k.numbers = numbers
print(R(k), R(numbers), R(k[1:]), R(k))
del k
print(R(numbers))
