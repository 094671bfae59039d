# zip_longest, islice, chain.from_iterable, pairwise: what they hold and when they let go.
from itertools import chain, dropwhile, filterfalse, islice, pairwise, zip_longest
import sys

R = sys.getrefcount


class Item:
    pass


a, b, fill = Item(), Item(), Item()
short, long = [a], [a, b, b]
z = zip_longest(short, long, fillvalue=fill)
print(R(short), R(long), R(fill), R(z))
for pair in z:
    print(R(pair), R(pair[0]), R(short), R(fill))
del pair
print(R(short), R(long), R(fill), R(z), R(a), R(b))
s = islice(long, 1, None)
print(R(long), next(s) is b, R(b), list(s)[0] is b, R(long), R(s))
it = iter(long)
s = islice(it, 1)
print(R(it), list(s)[0] is a, R(it), next(it) is b, list(islice(it, 0)), R(it), R(long))
c = chain.from_iterable([short, long])
print(R(short), next(c) is a, R(short), next(c) is a, R(short), R(long), R(c))
del c
print(R(short), R(long))
p = pairwise(long)
print([(R(x), R(y)) for x, y in p], R(a), R(b), R(long))
p = pairwise(long)
first = next(p)
print(R(first), R(a), R(b), next(p) is first, R(first), R(long))
del p, first
print(R(a), R(b), R(long))
f, d = filterfalse(lambda x: R(x) < 0, long), dropwhile(lambda x: x is a, long)
print(R(long), [R(x) for x in f], [R(x) for x in d], R(long), R(a), R(b))
for wrong in (lambda: islice(long, -1), lambda: zip_longest(5), lambda: list(chain.from_iterable([long, 5])), lambda: pairwise(5),
              lambda: next(filterfalse(long, long)), lambda: zip_longest(long, bad=fill)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, R(error), R(long), R(a), R(fill))
