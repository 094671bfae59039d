# Strings made at run time: joined, split, formatted, sliced.
import sys

R = sys.getrefcount

n = int('1000')
s = 'ab cd' * n
print(R(s), R(s[:]), s[:] is s, R(s[1:]), R(s.strip()), s.strip() is s, str(s) is s)
parts = s.split(' ')
print(R(parts), R(parts[1]), len(parts))
t = ' '.join(parts)
print(R(t), t == s, t is s, R(parts[1]), ''.join([t]) is t, R(t))
u = f'{t}'
print(u is t, R(t), R(f'{t}!'), R('%s' % t), R('{}'.format(t)))
del u
for m in ('upper', 'lower', 'title', 'swapcase', 'capitalize', 'casefold', 'lstrip', 'rstrip', 'expandtabs'):
    r = getattr(s, m)()
    print(m, R(r), r is s, R(s), end='; ')
print()
r = s.replace('zz', 'y'); print(r is s, R(s), R(s.replace('a', 'b')))
r = s.ljust(1), s.center(2), s.zfill(3); print([x is s for x in r], R(s))
a, b, c = s.partition('zz'); print(a is s, R(s), R(a)); a = None
a, b, c = s.partition(' '); print(R(a), R(c), R(s))
d = dict.fromkeys([s]); print(R(s), [k is s for k in d])
