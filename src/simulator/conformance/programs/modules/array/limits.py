# The numbers each type code can hold, and the words in which it refuses the others.
from array import array


def tried(a, value, shown):
    try:
        a.append(value)
    except Exception as e:
        print(a.typecode, shown, '-', type(e).__name__ + ':', e)


big = 2 ** 70
for code, low, high in (('b', -2 ** 7, 2 ** 7), ('B', 0, 2 ** 8), ('h', -2 ** 15, 2 ** 15), ('H', 0, 2 ** 16),
                        ('i', -2 ** 31, 2 ** 31), ('I', 0, 2 ** 32), ('q', -2 ** 63, 2 ** 63), ('Q', 0, 2 ** 64)):
    a = array(code, [low, high - 1])
    tried(a, low - 1, 'one less')
    tried(a, high, 'one more')
    tried(a, big, 'far more')
    tried(a, -big, 'far less')
    tried(a, 1.0, 'a float')
    tried(a, '1', 'a str')
    tried(a, None, 'None')
    tried(a, True, 'True')
    print(a, a.tobytes().hex())


class Index:
    calls = 0

    def __index__(self):
        Index.calls += 1
        return 7


class Float:
    def __float__(self):
        return 2.5


a = array('i', [0, 0])
a.append(Index())
print('appending asks', Index.calls)
a[0] = Index()
a.fromlist([Index()])
a.insert(0, Index())
print(a, Index.calls)
for code in 'fd':
    a = array(code, [Index(), Float(), 0.1, 1e300, -0.0, 2 ** 70, float('nan'), float('inf')])
    print(a, a.tobytes().hex())
    tried(a, 2 ** 2000, 'far more')
    tried(a, 'x', 'a str')
    tried(a, 1j, 'a complex')

import sys

R = sys.getrefcount
large = int('9' * 30)
for code in 'bBhHqQ':
    a = array(code, [1])
    try:
        a.append(large)
    except OverflowError as e:
        print(code, R(e), R(large), R(a))
    print(R(large), R(a), len(a))
