# Arrays of characters: type code 'w' where there is one, else 'u'.
import array

code = 'w' if 'w' in array.typecodes else 'u'
array = array.array


def shown(value):
    return repr(value).replace(f"'{code}'", 'CODE')


def tried(f, *args):
    try:
        print(shown(f(*args)))
    except TypeError:
        print('TypeError')
    except Exception as e:
        print(type(e).__name__ + ':', e)


a = array(code, 'gr\xfc\xdfe')
print(shown(a), len(a), a.itemsize, a[2], a.tounicode(), a.tolist())
tried(a.append, '\u20ac')
tried(a.append, '\U0001f600')
tried(a.append, 'ab')
tried(a.append, '')
tried(a.append, 1)
tried(a.fromunicode, 'xyz')
tried(a.fromunicode, '')
tried(a.fromunicode, 1)
tried(a.extend, 'more')
tried(a.pop)
tried(a.count, 'r')
tried(a.index, 'x')
tried(a.tounicode)
tried(lambda: a[:3])
tried(lambda: a[:2].tobytes())
tried(array, code)
tried(array, code, '')
tried(array, code, ['a', 'b'])
tried(array, code, [1])
tried(array, code, 'it\'s "so"')
tried(array, code, array('i', [1]))
tried(array, 'i', a)
tried(lambda: array(code, 'a') < array(code, 'b'))
tried(lambda: array(code, 'a') == array(code, 'a'))
tried(lambda: array(code, b'\xff\xff\xff\xff')[0])
import sys

R = sys.getrefcount

letters, text = array(code, 'abcé'), ''.join(['x', 'yz'])
letters.fromunicode(text)
print(R(letters), R(text), R(letters.tounicode()), R(letters[-3:]), R(letters))
for call in (lambda: letters.append(text), lambda: letters.fromunicode(letters), lambda: letters.extend(letters), lambda: letters + text,
             lambda: letters.__setitem__(0, text), lambda: letters.index(text)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, R(e), end=' ')
    print(R(letters), R(text))
