# The methods that bytes and bytearray share, on both.
def both(text, name, *args, **kwargs):
    for kind in (bytes, bytearray):
        try:
            result = getattr(kind(text), name)(*args, **kwargs)
        except Exception as error:
            result = f'{type(error).__name__} {error}'
        print(name, args, kwargs, result)


t = b'Hello, World  \t'
for name in ('capitalize', 'lower', 'upper', 'swapcase', 'title', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'hex', 'expandtabs', 'decode',
             'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper'):
    both(t, name)
for text in (b'', b'a', b'A1', b'123', b' \t\n\x0b\x0c\r', b'Ab Cd', b'AB CD', b'ab cd', b'\xe9', b'Ab cD', b'1A', b'_A_b'):
    print(text, [getattr(text, name)() for name in ('isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper')], text.title(), text.capitalize(), text.swapcase())
s = b'abcabcabc'
for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'):
    for args in ((b'bc',), (b'x',), (b'',), (b'abc', 1), (b'abc', -3), (b'abc', 0, 2), (b'c', 2, 3), (bytearray(b'ca'),), (memoryview(b'ab'),), (b'', 9), (b'', 10), (b'', 5, 2), (b'a', None, None), (b'abc', None, -1)):
        both(s, name, *args)
both(s, 'find', 98)
both(s, 'rindex', 99)
both(s, 'count', 97, 1)
both(s, 'startswith', (b'x', b'ab'))
both(s, 'endswith', ())
both(s, 'startswith', (b'x', 'a'))
for args in ((b'b', b'XX'), (b'abc', b''), (b'', b'-'), (b'x', b'y'), (b'b', b'X', 2), (b'', b'-', 3), (b'a', b'b', 0), (b'abc', b'xyz', -1), (bytearray(b'a'), memoryview(b'zz'))):
    both(s, 'replace', *args)
for args in ((b',',), (b',', 1), (b',', 0), (None, 1), (b'--',), (bytearray(b','),)):
    both(b'a,b,,c ,d', 'split', *args)
    both(b'a,b,,c ,d', 'rsplit', *args)
for text in (b'', b'   ', b' a  b ', b'a b c d', b'one'):
    for most in (-1, 0, 1, 2):
        both(text, 'split', maxsplit=most)
        both(text, 'rsplit', None, most)
for text in (b'', b'\n', b'a\nb\r\nc\rd', b'a\n\nb\n', b'\x0b\x0c\x1c'):
    both(text, 'splitlines')
    both(text, 'splitlines', True)
for sep in (b',', b'::', b'x', b''):
    both(b'a,b,c::d', 'partition', sep)
    both(b'a,b,c::d', 'rpartition', sep)
for args in ((b'abc',), (b'c',), (b'',), (bytearray(b'ab'),), (None,)):
    for name in ('strip', 'lstrip', 'rstrip'):
        both(b'abc-abc', name, *args)
for args in ((b'abc',), (b'x',), (b'',), (b'abc-abc-',)):
    both(b'abc-abc', 'removeprefix', *args)
    both(b'abc-abc', 'removesuffix', *args)
for args in (([],), ([b'a'],), ([b'a', bytearray(b'b'), memoryview(b'c')],), ((b'x', b'y'),), ((x for x in (b'1', b'2')),), ({b'k': 1},), (b'ab',), ('ab',), (5,)):
    both(b'--', 'join', *args)
for width in (0, 3, 8, 9):
    for name in ('center', 'ljust', 'rjust'):
        both(b'abc', name, width)
        both(b'ab', name, width, b'*')
    both(b'-12', 'zfill', width)
    both(b'+', 'zfill', width)
    both(b'x', 'zfill', width)
for args in ((), (4,), (0,), (-1,)):
    both(b'a\tbc\t\td\n\te', 'expandtabs', *args)
table = bytes.maketrans(b'abc', b'xyz')
print(len(table), table[97:100], bytearray.maketrans(b'a', b'b') == bytes.maketrans(b'a', b'b'), type(bytearray.maketrans(b'', b'')))
both(b'abcabd', 'translate', table)
both(b'abcabd', 'translate', None, b'ab')
both(b'abcabd', 'translate', table, b'a')
both(b'abcabd', 'translate', None)
both(b'abcabd', 'translate', table, delete=b'abcd')
both(b'abcabd', 'translate', bytearray(table))
for args in ((), (':',), (':', 2), (':', -2), (b'-', 3), ('.', 0), ('.', 100)):
    both(b'\x00\x01\xfe\xffabc', 'hex', *args)
for text in ('', '00 ff', ' 61\n62\t63 ', 'ABCDef', '6162 63'):
    print(bytes.fromhex(text), bytearray.fromhex(text))
both(b'h\xc3\xa9', 'decode')
both(b'h\xc3\xa9', 'decode', 'latin-1')
both(b'h\xff', 'decode', 'utf-8', 'replace')
both(b'h\xff', 'decode', errors='ignore')
both(b'h\xff', 'decode', 'ascii')
print(b'abc'.__getnewargs__(), b'abc'.__bytes__(), b'abc'.__mod__(()), bytes(bytearray(b'x')), bytes(memoryview(b'xyz')[::2]))
print(sorted(name for name in dir(bytearray) if not name.startswith('_')))
print(sorted(name for name in dir(bytes) if not name.startswith('_')))
import sys

R = sys.getrefcount

text, sep, parts = bytes([97, 44, 98]), bytes([44, 44]), [bytes([97, 98]), bytearray(b'x')]
print(R(text.split(sep)), R(text), R(sep), R(sep.join(parts)), R(parts[0]), R(parts[1]), R(sep))
for call in (lambda: text.split(parts), lambda: sep.join([text, 5]), lambda: text.replace(sep, parts), lambda: text.find(parts),
             lambda: text.startswith((sep, parts)), lambda: text.center(parts), lambda: text + parts, lambda: text % parts):
    try:
        call()
    except TypeError as error:
        print(R(error), end=' ')
    print(R(text), R(sep), R(parts), R(parts[0]))
print(R(text.replace(sep, text)), text.find(sep), text.startswith((sep, text)), R(text), R(sep), R(b'%b%b' % (text, sep)), R(text))
