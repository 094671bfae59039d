# What a bytearray refuses, and in what words.
def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Bad:
    def __index__(self):
        raise KeyError('index')


class NotIndex:
    def __index__(self):
        return 'x'


for args in (('abc',), (b'a', 'utf-8'), (5, 'utf-8'), (-1,), (1.5,), (None,), ([256],), ([-1],), (['a'],), ([1.5],), ((1, None),), ([10**30],),
             (10**30,), ('a', 5), ('a', 'no-such'), ('\xe9', 'ascii'), (Bad(),), ([Bad()],), (NotIndex(),), (1, 2, 3, 4), (object(),), ({'a'},), (iter([1, 300]),)):
    attempt(bytearray, *args)
attempt(bytearray, encoding='ascii')
attempt(bytearray, errors='strict')
attempt(bytearray, unknown=b'')
attempt(bytearray, b'a', source=b'b')
b = bytearray(b'abc')
for name, *args in (('append', 'a'), ('append', 256), ('append', -1), ('append', 1.5), ('append',), ('append', 1, 2), ('extend', 5), ('extend', 'ab'), ('extend', [1, 'a']),
                    ('extend', [300]), ('extend', None), ('insert', 0), ('insert', 'a', 1), ('insert', 0, 300), ('insert', 0, 'x'), ('pop', 10), ('pop', -10), ('pop', 'a'), ('pop', 1, 2), ('remove', 120),
                    ('remove', 300), ('remove', 'a'), ('clear', 1), ('reverse', 1), ('copy', 1), ('__setitem__', 3, 1), ('__setitem__', 0, 'a'), ('__setitem__', 0, 256), ('__setitem__', 0, None),
                    ('__setitem__', 'a', 1), ('__delitem__', 3), ('__delitem__', 'a'), ('__getitem__', 3), ('__getitem__', -4), ('__getitem__', 'a'), ('__getitem__', 10**30), ('__iadd__', 5), ('__iadd__', 'a'),
                    ('__iadd__', [1]), ('__imul__', 'a'), ('__contains__', 'a'), ('__contains__', 300), ('__reduce_ex__', 'a'), ('join', 'ab'), ('hex', 1), ('__init__', -1)):
    attempt(getattr(b, name), *args)
print(b)
b = bytearray(b'abc')
attempt(bytearray().pop)
attempt(hash, b)
attempt(lambda: {b: 1})
attempt(lambda: b + 'a')
attempt(lambda: b + 5)
attempt(lambda: 'a' + b)
attempt(lambda: 5 + b)
attempt(lambda: b * 1.5)
attempt(lambda: b * b)
attempt(lambda: b < 'a')
attempt(lambda: b > 5)
attempt(lambda: 'a' in b)
attempt(lambda: b % 1)
attempt(lambda: b.nothing)
attempt(lambda: setattr(b, 'x', 1))
attempt(lambda: b[0.5])
attempt(lambda: b())
attempt(lambda: -b)
attempt(lambda: bytes(b, 'ascii'))
attempt(lambda: int(bytearray(b'x')))
attempt(lambda: int(bytearray(b'9'), 8))
attempt(lambda: float(bytearray(b'x')))
attempt(lambda: str(bytearray(b'\xff'), 'ascii'))
attempt(lambda: bytearray(b'\xff').decode())
attempt(lambda: bytearray.append(5, 5))
attempt(lambda: bytearray.fromhex('xyz'))
attempt(lambda: bytearray.maketrans(b'a', b'ab'))
attempt(lambda: b.__class__.__call__(1, 2, 3, 4))
import sys

R = sys.getrefcount

array, other = bytearray(b'ab'), [[]]
for call in (lambda: array.append(other), lambda: array.extend(other), lambda: array.insert(other, 1), lambda: array[other],
             lambda: array.__setitem__(0, other), lambda: array + other, lambda: array.join(other), lambda: bytearray(other),
             lambda: array.remove(300), lambda: array.pop(9), lambda: array.find(other), lambda: bytearray(other, 'ascii')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, R(error), R(array), R(other), R(other[0]))
print(R(array), R(other))
