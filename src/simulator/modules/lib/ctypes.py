"""C's numbers and arrays of them, as far as they are memory: no libraries, pointers or structures."""
# NOT CPYTHON: there the types are written in C, and the memory of an array is a block of its own. Here an array of c_char
# keeps a bytes object, which is made anew when it changes, any other array a list, and a number the number itself.

from math import frexp, ldexp
from sys import _getframe
from _profile import ctypes_messages

_short, _long, _range = ctypes_messages
_array_types = {}


class _CDataType(type):
    """The type of C's types: times a number it gives a type of arrays."""

    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int of type %r" % type(length).__name__)
        if length < 0:
            raise ValueError('Array length must be >= 0, not %d' % length)
        found = _array_types.get((cls, length))
        if found is None:
            names = {'_type_': cls, '_length_': length, '_size': length * cls._size,
                     '__module__': _getframe(1).f_globals['__name__']}
            found = _CDataType('%s_Array_%d' % (cls.__name__, length), (Array,), names)
            _array_types[cls, length] = found
        return found

    __rmul__ = __mul__


class _CData(metaclass=_CDataType):
    _size = None
    _b_base_ = None
    _b_needsfree_ = 1
    _objects = None

    def __sizeof__(self):
        # With what stands before any object: what the struct in C takes.
        return 104 if _long else 96


_CData.__module__ = '_ctypes'


class _SimpleCData(_CData):
    """A number, or a character."""

    def __init__(self, value=None):
        self._value = self._zero if value is None else self._taken(value)

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = self._taken(value)

    def __bool__(self):
        return self._value not in (0, b'\0')

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self._value)


_SimpleCData.__module__ = '_ctypes'


def _no_integer(value):
    return TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)


def _integer(size, signed):
    bits = 8 * size

    def taken(value):
        if not hasattr(value, '__index__'):
            raise _no_integer(value)
        value = value.__index__() & ((1 << bits) - 1)
        return value - (1 << bits) if signed and value >> (bits - 1) else value

    return taken


def _double(value):
    if not isinstance(value, (int, float)):
        raise TypeError('must be real number, not %s' % type(value).__name__)
    return float(value)


def _single(value):
    value = _double(value)
    if value - value != 0:
        return value
    fraction, exponent = frexp(value)
    return ldexp(round(ldexp(fraction, 24)), exponent - 24)


def _character(value):
    if isinstance(value, bytes):
        if len(value) == 1:
            return value
        raise TypeError(_short + (', not bytes of length %d' % len(value) if _range else ''))
    if isinstance(value, int):
        if 0 <= value < 256:
            return bytes((value,))
        raise TypeError(_range or _short)
    raise TypeError(_short + (', not %s' % type(value).__name__ if _range else ''))


def _wide(value):
    if not isinstance(value, str):
        raise TypeError('unicode string expected instead of %s instance' % type(value).__name__)
    if len(value) != 1:
        raise TypeError('one character unicode string expected')
    return value


def _simple(name, size, zero, taken):
    names = {'_size': size, '_zero': zero, '_taken': staticmethod(taken), '__module__': 'ctypes'}
    return _CDataType(name, (_SimpleCData,), names)


c_char = _simple('c_char', 1, b'\0', _character)
c_wchar = _simple('c_wchar', 4, '\0', _wide)
c_bool = _simple('c_bool', 1, False, bool)
c_byte = _simple('c_byte', 1, 0, _integer(1, True))
c_ubyte = _simple('c_ubyte', 1, 0, _integer(1, False))
c_short = _simple('c_short', 2, 0, _integer(2, True))
c_ushort = _simple('c_ushort', 2, 0, _integer(2, False))
c_int = _simple('c_int', 4, 0, _integer(4, True))
c_uint = _simple('c_uint', 4, 0, _integer(4, False))
c_long = _simple('c_long', 8, 0, _integer(8, True))
c_ulong = _simple('c_ulong', 8, 0, _integer(8, False))
c_float = _simple('c_float', 4, 0.0, _single)
c_double = _simple('c_double', 8, 0.0, _double)
c_longdouble = _simple('c_longdouble', 16, 0.0, _double)
c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_int16, c_int32 = c_byte, c_short, c_int
c_uint8, c_uint16, c_uint32 = c_ubyte, c_ushort, c_uint


class Array(_CData):
    """So many of one type, side by side."""

    def __init__(self, *values):
        kind = type(self)._type_
        count = type(self)._length_
        if len(values) > count:
            raise IndexError('invalid index')
        if kind is c_char:
            self._cells = b''
            self._replace(0, 0, [kind._taken(value) for value in values])
            self._cells += bytes(count - len(values))
        else:
            self._cells = [kind._taken(value) for value in values] + [kind._zero] * (count - len(values))

    def _replace(self, start, stop, values):
        now = self._cells
        for value in values:
            now = now[:start] + value + now[max(start + 1, stop):]
            start += 1
        self._cells = now

    def __len__(self):
        return type(self)._length_

    def _at(self, index):
        if not hasattr(index, '__index__'):
            raise TypeError('indices must be integers')
        index = index.__index__()
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError('invalid index')
        return index

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._cells[index]
        at = self._at(index)
        return self._cells[at:at + 1] if type(self)._type_ is c_char else self._cells[at]

    def __setitem__(self, index, value):
        taken = type(self)._type_._taken
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            if len(places) != len(value):
                raise ValueError('Can only assign sequence of same size')
        else:
            places, value = [self._at(index)], [value]
        for at, one in zip(places, value):
            if type(self)._type_ is c_char:
                self._replace(at, at + 1, [taken(one)])
            else:
                self._cells[at] = taken(one)

    def _characters(self, name):
        if type(self)._type_ is not c_char:
            raise AttributeError('%r object has no attribute %r' % (type(self).__name__, name))

    @property
    def raw(self):
        """All of the bytes."""
        self._characters('raw')
        return self._cells

    @raw.setter
    def raw(self, value):
        self._characters('raw')
        if not isinstance(value, bytes):
            raise TypeError("a bytes-like object is required, not '%s'" % type(value).__name__)
        self._fill(value)

    @property
    def value(self):
        """The bytes before the first that is zero."""
        self._characters('value')
        for at, byte in enumerate(self._cells):
            if byte == 0:
                return self._cells[:at]
        return self._cells

    @value.setter
    def value(self, value):
        self._characters('value')
        if not isinstance(value, bytes):
            raise TypeError('bytes expected instead of %s instance' % type(value).__name__)
        self._fill(value + b'\0' if len(value) < len(self) else value)

    def _fill(self, value):
        if len(value) > len(self):
            raise ValueError('byte string too long')
        self._cells = value + self._cells[len(value):]


Array.__module__ = '_ctypes'


def sizeof(obj, /):
    """How many bytes of C a type, or what is of it, takes."""
    kind = obj if isinstance(obj, _CDataType) else type(obj)
    if not isinstance(kind, _CDataType) or kind._size is None:
        raise TypeError('this type has no size')
    return kind._size


def alignment(obj, /):
    """To how many bytes of C a type is aligned."""
    kind = obj if isinstance(obj, _CDataType) else type(obj)
    if not isinstance(kind, _CDataType) or kind._size is None:
        raise TypeError('no alignment info')
    return kind._type_._size if issubclass(kind, Array) else kind._size


def create_string_buffer(init, size=None):
    """An array of c_char: so long, or as long as the bytes it begins with and a zero."""
    if isinstance(init, bytes):
        if size is None:
            size = len(init) + 1
        buf = (c_char * size)()
        buf.value = init
        return buf
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


c_buffer = create_string_buffer
