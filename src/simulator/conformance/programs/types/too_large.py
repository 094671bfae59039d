# Numbers that C's types cannot hold, wherever an argument is one of those; counters apart; what an ImportError shows.
import bisect
import collections
import sys


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


t(range, 2**70)
t(lambda: [1] * 2**70)
t(lambda: 'a'.zfill(2**70))
t(lambda: 'a'.center(2**70))
t(lambda: [1].pop(2**70))
t(lambda: [1].insert(2**70, 3))
t(lambda: 'a,b'.split(',', 2**70))
t(lambda: 'a,b'.split(',', 2**31))
t(lambda: 'aa'.replace('a', 'b', 2**70))
t(lambda: 'aa'.expandtabs(2**70))
t(lambda: 'aa'.expandtabs(2**31))
t(lambda: round(1.5, 2**70))
t(lambda: chr(2**70))
t(lambda: chr(2**31))
t(lambda: bytes(2**70))
t(lambda: (1).to_bytes(2**70))
t(lambda: sys._getframe(2**70))
t(lambda: sys._getframe(2**31))
t(lambda: collections.deque([1], 2**70))
t(lambda: collections.deque([1]).rotate(2**70))
t(lambda: collections.deque([1]).insert(2**70, 1))
t(lambda: bisect.bisect([1], 1, 2**70))
t(lambda: (1, 2).index(1, 2**70))
t(lambda: [1, 2].index(1, -2**70, 2**70))
t(lambda: 'ab'.find('b', 2**70))
t(lambda: int('1', 2**70))
t(lambda: int('1', 2**31))
t(lambda: pow(2, 3, 2**70))
t(lambda: 1 << 2**70)
t(lambda: 0 << 2**70)
t(lambda: 1 >> 2**70)
t(lambda: '%*d' % (2**70, 1))
t(lambda: '%.*f' % (2**70, 1))
t(lambda: '%.*f' % (2**31, 1))
t(lambda: format(1, '99999999999999999999d'))
t(lambda: '{:.99999999999999999999f}'.format(1.0))
t(lambda: divmod(2**70, 0))
t(lambda: print('a', end=1))
t(lambda: print('a', foo=1))
t(lambda: sum([1], start='a'))
for fmt, args in (('%*d', (2**70, 1)), ('%*d', (-2**70, 1)), ('%*d', (2**31, 'a')), ('%.*f', (2**70, 1)), ('%.*f', (2**31, 1)), ('%.*f', (-2**70, 1)), ('%.*d', (2**70, 1)), ('%.*s', (2**70, 'a')), ('%*s', (True, 1)), ('%*s', ('a', 1)), ('%.*s', (1.5, 1)), ('%99999999999999999999d', (1,)), ('%.99999999999999999999d', (1,)), ('%9999999999d', ('a',)), ('%.9999999999f', (1,)), ('%.2147483648d', ('a',)), ('%.2147483647d', ('a',)), ('%s %*d', (1, 2**70, 1)), ('%*.*f', (5, 2**70, 1)), ('%*.*f', (2**70, 2**70, 1))):
    t(lambda: fmt % args)
    t(lambda: fmt.encode() % args)
