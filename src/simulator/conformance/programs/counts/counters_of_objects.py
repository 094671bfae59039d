# A Counter is a dict; its arithmetic makes new ones.
import sys
from collections import Counter

R = sys.getrefcount

class K:
    pass

def told(*what):
    print(*what, R(a), R(b), R(c))

a, b = K(), K()
c = Counter([a, b, a])
told(c[a], c[b], c[K()], len(c))
told(R(c + c), R(c - c), R(c | c), R(c & c), R(+c), R(-c), R(c.copy()))
top = c.most_common(1)
told(R(top), R(top[0]), top[0][0] is a)
del top
told([x is a for x, n in c.most_common()])
e = c.elements()
told(R(e), next(e) is a)
del e
c.update({a: 5}), c.update([b]), c.update(c)
told(c[a], c[b], c.total())
c.subtract([a, b]), c.subtract({K(): 1})
told(c[a], len(c))
told(c == Counter(c), c <= c + c, c != c - c, c >= Counter())
c += c
c -= Counter({a: 1})
told(c[a], c[b], len(c))
c |= Counter([b])
c &= Counter({a: 3, b: 99})
told(c[a], c[b], len(c))
del c[K()], c[b]
told(b in c, c.pop(a), len(c))
big = Counter({a: 10**20})
told(R(big[a]), R((big + big)[a]), R(big.total()), R(big.most_common()[0][1]))

class Mine(Counter):
    def __missing__(self, key):
        return R(self), R(key)
    def __setitem__(self, key, value):
        print('set', R(self), R(key), end=' ')
        super().__setitem__(key, value)

m = Mine()
told(m[a], R(m))
m[b] = 1
told(m[b], Mine.fromkeys.__name__, R(m))
try:
    Counter.fromkeys([a])
except NotImplementedError as error:
    told(R(error))
for k, n in big.items():
    told(R(k), R(n))
del k, n, big, m
told(len(c))
