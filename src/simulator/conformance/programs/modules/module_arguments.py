# Functions of modules called with the wrong number of arguments, or with arguments of another type.
import bisect
import copy
import functools
import heapq
import itertools
import math
import operator
import sys
from collections import OrderedDict, deque


def tell(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for n in (0, 1, 3, 4):
    print(n, 'arguments')
    for f in (math.sqrt, math.factorial, math.gcd, math.log, math.pow, math.comb, math.nextafter, math.prod, math.dist):
        tell(f, *[None] * n)
    for f in (deque([1]).index, deque([1]).insert, deque([1]).rotate, heapq.heappush, heapq.heappop, functools.reduce):
        tell(f, *[None] * n)
    for f in (itertools.pairwise, itertools.islice, itertools.cycle, itertools.accumulate, operator.itemgetter, copy.copy):
        tell(f, *[None] * n)

tell(math.factorial, number=5)
tell(math.factorial, 2.5)
tell(math.factorial, '5')
tell(math.prod, [2, 3], first=5)
tell(functools.reduce, function=max, iterable=[1])
tell(functools.partial)
tell(heapq.heappush, (1, 2), 3)
tell(heapq.heapify, None)
tell(bisect.insort, 'ab', 'c')
tell(bisect.insort, (1, 3), 2)
tell(bisect.bisect, [1, 3], '2')
for args in (('a',), (-1,), (1, 'a'), (-1, 5), (1, 5, 0), ('a', 'b', 'c'), (None, None, None)):
    tell(lambda: list(itertools.islice('spam', *args)))
tell(OrderedDict().move_to_end, 'gone')
tell(OrderedDict().pop, None)
tell(OrderedDict().setdefault, [1])
tell(deque([1]).index, 1, 'a')
tell(deque([1, 2], 2).insert, 0, 5)
tell(deque, 5)
tell(deque, [1], 'a')
tell(deque([1]).rotate, 'a')

# What was refused is given up again.
given = [1]
for f in (math.sqrt, heapq.heappush, bisect.insort, itertools.islice, operator.itemgetter, functools.reduce):
    tell(f, given, given, given, given, given, given, name=given)
print(sys.getrefcount(given))
