# A cache that forgets what was asked for least recently, on an OrderedDict.
import sys
from collections import OrderedDict

R = sys.getrefcount


class Page:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'page {self.n}'

    def __del__(self):
        print('drop', self.n)


class Cache:
    def __init__(self, size):
        self.size = size
        self.pages = OrderedDict()

    def get(self, n):
        try:
            page = self.pages[n]
        except KeyError:
            page = self.pages[n] = Page(n)
            if len(self.pages) > self.size:
                old, dropped = self.pages.popitem(last=False)
                print('forgets', old, R(dropped))
        else:
            self.pages.move_to_end(n)
        print(n, R(page), list(self.pages))
        return page


cache = Cache(3)
for n in 1, 2, 3, 1, 4:
    cache.get(n)
kept = cache.get(3)
cache.get(5)
cache.get(6)
print(R(kept), R(cache), R(cache.pages))
print(cache.pages, R(kept))
again = cache.get(7)
print(kept, R(kept), again is cache.get(7), R(again))
key = ''.join(['na', 'me'])
cache.pages[key] = key
print(R(key), cache.pages.pop(key) is key, R(key))
cache.pages.clear()
print(R(kept), R(again), R(cache.pages))
del again, cache
print('end', R(kept))
