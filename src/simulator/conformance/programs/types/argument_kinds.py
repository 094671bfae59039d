# Arguments of another type than a built-in method takes: None is called None where Argument Clinic speaks.
import sys


def tell(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Name: pass


for wrong in (None, 5, Name()):
    print(type(wrong).__name__)
    tell(str, b'a', wrong)
    tell(str, b'a', encoding=wrong)
    tell(b'a'.decode, wrong)
    tell(b'a'.decode, 'ascii', wrong)
    tell('a'.encode, wrong)
    tell(bytes.fromhex, wrong)
    tell(bytearray.fromhex, wrong)
    tell('a'.replace, wrong, 'b')
    tell('a'.split, wrong)
    tell('a'.join, wrong)
    tell('a'.startswith, wrong)
    tell('a'.find, wrong)
    tell(iter, wrong, 0)
    tell(super, wrong)

# What is looked at first differs: the text, or where it is looked for.
tell('abc'.find, 5, 'a')
tell('abc'.count, b'a', None, [])
tell(b'abc'.find, 'b', 'c')
tell('abc'.startswith, 5, 'a')
tell(b'ab'.center, 5, None)
tell(b'ab'.ljust, 5, 'x')
for character in (b'a', bytearray(b'\xff'), b'ab', 'ab', '', 97):
    tell(ord, character)
tell(pow, 2, 3, 4.5)
tell(pow, 'a', 'b', 1.5)
tell(pow, 'a', 2, 3)

# What was refused is given up again.
given = [1]
for f in (b'a'.decode, 'a'.encode, bytes.fromhex, 'a'.split, 'a'.find, ord, 'a'.replace):
    tell(f, given)
print(sys.getrefcount(given))
