# Heaps and sorted lists whose items refuse to be compared: what was taken is given back once, whatever happens.
import heapq, bisect
from sys import getrefcount as R

class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        if self.n is None or other.n is None: raise ValueError('no order')
        return self.n < other.n

def tried(f, *args):
    try: return f(*args)
    except ValueError as e: return str(e)

a, b, c, d = items = [Item(n) for n in (1, 2, 3, 4)]
counts = lambda: [R(i) for i in items]
print(heapq.heappushpop([], a) is a, heapq.heappushpop([b], a) is a, heapq.heappushpop([a], b) is a, counts())
h = [a, b, c, d]
c.n = None
print(tried(heapq.heappop, h), len(h), counts()); h = [a, b, c]
print(tried(heapq.heapreplace, h, d), len(h), counts()); h = [a, b, c]
print(tried(heapq.heappushpop, h, d), len(h), counts()); h = [a]
print(tried(heapq.heappush, h, c), len(h), counts()); h = [d, c, a]
print(tried(heapq.heapify, h), len(h), counts()); del h
s = [a, b, d]
print(tried(bisect.bisect, s, c), tried(bisect.insort, s, c), len(s), counts())
print(bisect.bisect(s, 3, key=lambda i: i.n), counts())
class Key:
    def __init__(self, item): self.n = item.n + 1000
    def __lt__(self, other): return self.n < other.n
c.n = 3
bisect.insort(s, c, key=Key); print([i.n for i in s], counts())
bisect.insort_left(s, a, key=Key); print([i.n for i in s], counts())
c.n = None
def key(item):
    if item.n is None: raise ValueError('no key')
    return item.n
print(tried(lambda: bisect.insort(s, d, key=key)), counts())
class Place:
    def __index__(self): return 1
print(bisect.bisect([5000, 6000, 7000], 6000, Place(), Place()), counts())
