# Shuffling, choosing, sorting and searching among objects: everything is still held once by its list.
import bisect
import operator
import random
import sys
R = sys.getrefcount
class C:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        seen.append((R(self), R(other)))
        return self.n < other.n
    def __repr__(self):
        return f'C{self.n}'
def key(c):
    keys.append(R(c))
    return -c.n
def told(*what):
    print(*what, len(seen), seen[:2], keys[:3], R(a), R(b), R(items))
    seen.clear(), keys.clear()
seen, keys = [], []
a, b, c = C(1), C(2), C(3)
items = [c, a, b]
told(sorted(items), R(sorted(items)[0]))
told(sorted(items, key=key), sorted(items, reverse=True), sorted(items, key=operator.attrgetter('n')))
items.sort()
told(items)
items.sort(key=key, reverse=True)
told(items, min(items), max(items, key=key), min(items, key=key, default=None))
random.seed(5)
random.shuffle(items)
told(items)
told(random.choice(items), random.sample(items, 2), random.choices(items, k=4), R(random.sample(items, 3)))
told(random.choices(items, weights=[1, 2, 3], k=2), random.Random(3).choice(items))
items.sort()
told(bisect.bisect(items, b), bisect.bisect_left(items, b), bisect.insort(items, a), items)
told(sorted([(a, b), (a, a)]), sorted({a: 1, b: 2}), sorted([[b], [a]]), (a, b) < (a, c))
def broken(c):
    keys.append(R(c))
    if c is b:
        raise KeyError(c)
    return c.n
try:
    items.sort(key=broken)
except KeyError as error:
    told(R(error), R(error.args), len(items))
class Changing(C):
    def __lt__(self, other):
        items.append(1)
        return False
items[:] = [Changing(1), Changing(2)]
try:
    items.sort()
except ValueError as error:
    told(error, R(error), R(items[0]), len(items))
del items[:]
told()
