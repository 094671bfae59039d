# What a UnicodeEncodeError, UnicodeDecodeError or UnicodeTranslateError knows: its fields, who holds them, and what it says.
import sys


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


text, data = ''.join(['caf', '\xe9', '\u20ac']), b''.join([b'caf', b'\xc3', b'\xe9'])
for failing in (lambda: text.encode('ascii'), lambda: data.decode(), lambda: data.decode('ascii')):
    try:
        failing()
    except UnicodeError as e:
        print(type(e).__name__, repr(e.encoding), ascii(e.object), e.start, e.end, repr(e.reason), str(e))
        print(e.object is text, e.object is data, e.object is e.args[1], len(e.args))
        print([sys.getrefcount(o) for o in (e.object, e.encoding, e.reason)], e.__context__)
print(sys.getrefcount(text), sys.getrefcount(data))

for args in (), ('a',), ('x', 'abc', 1, 2, 'r'), ('x', b'abc', 1, 2, 'r'), ('x', b'abc', 0, 3, 'r'), (1, 2, 3, 4, 5):
    print(args, attempt(UnicodeEncodeError, *args), attempt(UnicodeDecodeError, *args))
for args in ('x', b'abc', '1', 2, 'r'), ('x', b'abc', 1, 2.5, 'r'), ('x', b'abc', 2**70, 2, 'r'), ('x', 'abc', 1, 2, 'r'):
    print(args, attempt(UnicodeDecodeError, *args))
for args in ('abc', 1, 2, 'r'), ('a\u20acc', 1, 2, 'r'), ('abc', 0, 3, 'r'), ('abc', 1, 2), (b'abc', 1, 2, 'r'):
    print(ascii(args), attempt(str, attempt(UnicodeTranslateError, *args)))
print(attempt(lambda: UnicodeDecodeError('x', b'abc', 1, 2, reason='r')))

e = UnicodeDecodeError('x', bytearray(b'\x00bc'), 0, 1, 'why')
print(str(e), repr(e), e.object, type(e.object).__name__)
for name, value in ('start', 1), ('end', 2), ('end', 3), ('end', 2**30), ('reason', [1]), ('encoding', None), ('start', True):
    setattr(e, name, value)
    print(name, getattr(e, name), e)
print(attempt(setattr, e, 'reason', None), attempt(delattr, e, 'encoding'), e.encoding, e)
print(attempt(delattr, e, 'start'), attempt(delattr, e, 'encoding'), attempt(delattr, e, 'encoding'))
e.__init__('y', b'xyz', 2, 3, 'again')
print(e, e.args, UnicodeDecodeError.start, UnicodeError.__subclasses__())
for cls in UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError:
    e = cls.__new__(cls, 1, 2)
    print(repr(str(e)), repr(e), e.start, e.end, e.object, e.args)


class Own(UnicodeDecodeError):
    def __init__(self, *args):
        self.more = [self]
        super().__init__(*args)


e = Own('x', b'abc', 1, 2, 'r')
print(e, e.object, e.more[0] is e, sys.getrefcount(e), hasattr(UnicodeError('a'), 'object'))
