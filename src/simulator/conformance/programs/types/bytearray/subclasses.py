# Classes derived from bytearray.
import copy
import sys
import weakref


class Sub(bytearray):
    pass


s = Sub(b'abc')
s.attribute = 1
print(s, repr(s), s.__dict__, len(s), s == b'abc', type(s + b'x'), type(s[:2]), type(s * 2), type(s.upper()), type(s.copy()))
s += b'def'
print(type(s), s)
print(isinstance(s, bytearray), bytes(s), b'' + s, weakref.ref(s)() is s)
print(type(Sub.fromhex('6162')), Sub.fromhex('6162'))
c = copy.copy(s)
d = copy.deepcopy(s)
print(type(c), c, c.__dict__, d, d.__dict__, d is s)


class Logged(bytearray):
    def __init__(self, *args):
        print('init', args)
        super().__init__(*args)

    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)

    def append(self, value):
        print('append', value)
        super().append(value)

    def __eq__(self, other):
        return 'equal?'

    __hash__ = object.__hash__


x = Logged(b'ab')
x.append(99)
print(x[0], list(x), bytes(x), x == 5, {x: 1} == {x: 1}, x.split(b'b'))
x.__init__(3)
print(x)


class Slots(bytearray):
    __slots__ = ('a', 'b')


t = Slots(b'xyz')
t.a = [1]
print(t, t.a, hasattr(t, '__dict__'), hasattr(t, 'b'))
try:
    t.c = 1
except AttributeError as error:
    print(error)


class New(bytearray):
    def __new__(cls, *args):
        self = super().__new__(cls)
        print('new', self)
        return self

    def __init__(self, *args):
        super().__init__(b'own')


print(New(1, 2))
try:
    class Both(bytearray, bytes):
        pass
except TypeError as error:
    print(error)
try:
    class View(memoryview):
        pass
except TypeError as error:
    print(error)
print(bytearray.__new__(Sub), Sub.__mro__)
plain = bytearray.__new__(bytearray)
print(plain, len(plain), sys.getsizeof(plain) == sys.getsizeof(bytearray()))
plain.append(5)
print(plain)
del s, c, d, t, x


R = sys.getrefcount


class Counting(bytearray):
    def __iadd__(self, other):
        print('iadd', R(self), R(other))
        return super().__iadd__(other)

    def __getitem__(self, key):
        print('getitem', R(self), R(key))
        return super().__getitem__(key)


one, two = Counting(b'abc'), Counting(b'd')
one.kept = two
print(R(one), R(two))
one += two
print(R(one), R(two), one[slice(1)], R(one))
new = copy.copy(one)
print(R(new), R(two), new.kept is two, R(one), type(new).__name__)
del one, new
print(R(two))
