# re: the cache of compiled patterns and when it forgets.
import re
import sys

re.purge()
a = re.compile('a')
print(re.compile('a') is a, re.compile('a', 0) is a, re.compile('a', re.I) is a, len(re._cache), re._MAXCACHE)
print([(k[0].__name__, k[1], int(k[2])) for k in re._cache])
re.search('b', 'abc')
re.compile('a')
print([k[1] for k in re._cache], sys.getrefcount(a))


class Text(str):
    pass


t = re.compile(Text('a'))
print(t is a, t == a, type(t.pattern).__name__, len(re._cache))
try:
    re.compile('(')
except re.error:
    print(len(re._cache))
for i in range(255):
    re.compile('x%d' % i)
print(len(re._cache), re.compile('a') is a, list(re._cache)[-1][1], list(re._cache)[0][1])
for i in range(300):
    re.compile('y%d' % i)
print(len(re._cache), re.compile('a') is a, list(re._cache)[0][1], list(re._cache)[-1][1], sys.getrefcount(a))
for i in range(600):
    re.match('z%d' % i, '')
print(len(re._cache), re.compile('a') is a, list(re._cache)[0][1], sys.getrefcount(a))
if hasattr(re, '_cache2'):
    print(len(re._cache2), re._MAXCACHE2, list(re._cache2)[0][1], list(re._cache2)[-1][1])
re.purge()
print(len(re._cache), re.compile('a') is a, len(getattr(re, '_cache2', [1])))
