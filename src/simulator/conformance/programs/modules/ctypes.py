# ctypes: buffers and C's numbers.
import sys
from ctypes import Array, alignment, c_bool, c_buffer, c_char, c_double, c_int, c_ubyte, create_string_buffer, sizeof
import ctypes
def t(f):
    try: print(repr(f())[:200])
    except BaseException as e: print(type(e).__name__, e)
b = create_string_buffer(10)
print(type(b), type(b).__name__, type(b).__mro__, type(b).__module__, len(b), sizeof(b), b.raw, b.value)
b = create_string_buffer(b'hello')
print(type(b), len(b), sizeof(b), b.raw, b.value)
b = create_string_buffer(b'hello', 10); print(b.raw, b.value, sys.getsizeof(b))
b = create_string_buffer(3); print(sys.getsizeof(b))
b = create_string_buffer(b'hello', 10)
t(lambda: create_string_buffer(b'hello', 5).raw)
t(lambda: create_string_buffer(b'hello', 3).raw)
t(lambda: create_string_buffer('x'))
t(lambda: create_string_buffer(-1))
t(lambda: create_string_buffer(0).raw)
t(lambda: create_string_buffer(1.5))
t(lambda: create_string_buffer(b'a', 'x'))
t(lambda: b[0]); t(lambda: b[1:3]); t(lambda: b[-1]); t(lambda: b[20]); t(lambda: list(b)[:3]); t(lambda: b['x'])
def s(f, v):
    try: f(v); print(b.raw)
    except BaseException as e: print(type(e).__name__, e)
def set_value(v): b.value = v
def set_raw(v): b.raw = v
def set_item(v): b[0] = v
def set_slice(v): b[1:3] = v
s(set_value, b'abc'); s(set_value, b'0123456789'); s(set_value, b'0123456789x'); s(set_value, 'x'); s(set_value, 5)
s(set_raw, b'zz'); s(set_raw, b'0123456789x'); s(set_raw, 'x'); s(set_raw, 3)
s(set_item, b'Q'); s(set_item, 65); s(set_item, b'QQ'); s(set_item, 'a'); s(set_slice, b'xy'); s(set_slice, b'xyz'); s(set_item, 300)
for n in 'c_char c_byte c_ubyte c_short c_ushort c_int c_uint c_long c_ulong c_longlong c_ulonglong c_float c_double c_longdouble c_bool c_wchar c_size_t c_ssize_t c_int8 c_int16 c_int32 c_int64 c_uint8 c_uint16 c_uint32 c_uint64'.split():
    k = getattr(ctypes, n); print(n, k.__name__, sizeof(k), alignment(k), k)
t(lambda: sizeof(5)); t(lambda: sizeof(int)); 
print(c_int(5), c_int(5).value, c_int(2**31).value, c_double(1.5), c_char(b'a'), c_bool(3), c_int(), c_ubyte(300).value)
t(lambda: c_int('a')); t(lambda: c_char(b'ab')); t(lambda: c_int(1.5)); 
x = c_int(3)
x.value = 7; print(x, sizeof(x), sys.getsizeof(x), bool(x), bool(c_int(0)))
A = c_char * 10
print(A, A is type(b), A is c_char*10, sizeof(A), A._length_, A._type_)
I = c_int * 3; a = I(1,2,3); print(type(a), list(a), sizeof(a), len(a), a[1])
print(sys.getrefcount(b), b.__class__, isinstance(b, Array))
import weakref; print(weakref.ref(b)() is b)
b.foo = 3; print(b.foo)
print(c_buffer is create_string_buffer)
print(b._objects, b._b_base_, b._length_, b._type_)
