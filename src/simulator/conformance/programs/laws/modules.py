# What objects of modules own is on record.
import collections
import functools
import io
import itertools
import operator
import sys

item = []
d = collections.deque(([n] for n in range(70)), 68)
d.append(item)
d.rotate(30)
print(sys.getrefcount(item))
c = collections.defaultdict(list)
c['a'].append(item)
print(sys.getrefcount(item))

class Line(collections.deque):
    pass

line = Line([item])
line.extra = item
print(sys.getrefcount(item))

@functools.lru_cache(maxsize=2)
def kept(x):
    return [x]

print(kept(1) is kept(1), kept(2), kept(3), kept.cache_info())
p = functools.partial(print, item)
p.extra = item
print(sys.getrefcount(item))
a, b = itertools.tee([item, [2]])
next(a)
get = operator.itemgetter(1, 2)
text = io.StringIO('abc')
text.extra = item
print(sys.getrefcount(item))
