# A tuple or list is unpacked by an iterator until the instruction is warm; since 3.14 that iterator is kept when it dies.
import gc


def from_tuple():
    a, b, c, d, e = (1, 2, 3, 4, 5)
    return gc.get_count()


def from_list(items):
    a, b, c, d = items
    return gc.get_count()


def pair(items):
    a, b = items
    return gc.get_count()


gc.collect()
print(from_tuple(), from_tuple(), from_tuple())
gc.collect()
items = [1, 2, 3, 4]
print(from_list(items), from_list(items), from_list(items))
gc.collect()
for items in (1, 2), [1, 2], (1, 2), 'ab', (1, 2):
    print(pair(items))
gc.collect()
for first, second in [(1, 2), (3, 4), (5, 6)]:
    print(gc.get_count())
import sys
print(sys.getrefcount(items))
[*rest] = pairs = [items, items]
print(sys.getrefcount(items), sys.getrefcount(rest), sys.getrefcount(pairs))
