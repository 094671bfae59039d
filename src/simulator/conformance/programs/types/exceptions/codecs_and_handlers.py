# UTF-8, ASCII and Latin-1 under their names, and what each error handler makes of what they cannot.
import sys
def attempt(f, *args):
    try:
        return ascii(f(*args))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


text, data = 'a\xe9\u1234\udc80\udce9\ud800\U00012345b', b'a\xe9\xed\xa0\x80b\xff\xed\xa0\xf0\x9f\x98\x80z\xf0\x9f\x98'
for handler in 'strict ignore replace backslashreplace xmlcharrefreplace surrogatepass surrogateescape nonsense'.split():
    for encoding in 'utf-8', 'ascii', 'latin-1':
        print(handler, encoding, attempt(text.encode, encoding, handler), attempt(data.decode, encoding, handler))
for encoding in 'UTF8', 'Utf_8', 'utf 8', 'LATIN', 'l1', 'iso-8859-1', 'us-ascii', '646', 'nonsense', '':
    print(repr(encoding), attempt('\xe9'.encode, encoding), attempt(b'\xc3\xa9'.decode, encoding), attempt(str, b'a', encoding))
for broken in b'\xc0\x80', b'\xe0\x80\x80', b'\xed\xa0\x80', b'\xf5', b'\xf4\x90', b'\xc3(', b'\xe2\x82', b'a\x80', b'\xf0\x9f\x98x':
    print(broken, attempt(broken.decode), attempt(broken.decode, 'utf-8', 'replace'), attempt(bytearray(broken).decode))
print(attempt(bytes, '\u20ac', 'latin-1'), attempt(bytearray, '\u20ac', 'ascii'), attempt(bytes, '\u20ac', 'utf-8'))
print(attempt(str, memoryview(b'\xff'), 'utf-8'), attempt(str, b'\xff', 'ascii', 'ignore'), attempt(b''.decode, 'utf-8', 'x'))
print(attempt(print, 'here', '\ud800 never'))
print(sys.getrefcount(text), sys.getrefcount(data))
