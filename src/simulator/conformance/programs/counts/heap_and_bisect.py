# heapq and bisect compare with what they hold in their hands.
import bisect
import heapq
import sys

R = sys.getrefcount

class C:
    def __init__(self, n, act=None):
        self.n, self.act = n, act
    def __lt__(self, other):
        seen.append((self.n, R(self), other.n, R(other)))
        if self.act:
            self.act()
        return self.n < other.n

def told(*what):
    print(*what, seen, R(a), R(b), R(c), R(h))
    seen.clear()

def key(x):
    seen.append(('key', R(x)))
    return x.n

seen, a, b, c, h = [], C(1), C(2), C(3), []
for x in (c, a, b):
    heapq.heappush(h, x)
del x
told([x.n for x in h])
told(heapq.heappop(h) is a)
told(heapq.heappushpop(h, a) is a, heapq.heapreplace(h, a) is b)
told([x.n for x in h])
told([x.n for x in heapq.nlargest(2, [a, b, c])])
told([x.n for x in heapq.nsmallest(2, [c, b, a], key=key)])
told([x.n for x in heapq.merge([a, c], [b], [c])])
told([x.n for x in heapq.merge([a, c], [b], key=key, reverse=False)])
m = heapq.merge([a, b], [c])
told(R(m), next(m) is a)
del m
h[:] = [c, b, a, c]
heapq.heapify(h)
told([x.n for x in h])
l = [a, c]
told(bisect.bisect(l, b), bisect.bisect_left(l, a), R(l))
bisect.insort(l, b)
told([x.n for x in l])
told(bisect.bisect(l, 2, key=key), bisect.bisect_left(l, 2, 0, 2, key=key))
bisect.insort_left(l, b, key=key)
told(len(l))
h[:] = [C(5, h.clear), C(6, h.clear)]
try:
    told(heapq.heappush(h, C(4, h.clear)))
except (IndexError, RuntimeError) as error:
    told(type(error).__name__, R(error))
told(max(a, b, c) is c, min([c, b], key=key) is b, sorted([c, a, b]) == [a, b, c], max([a], default=b) is a)
