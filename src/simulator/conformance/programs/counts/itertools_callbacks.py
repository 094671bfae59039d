# What itertools hold while they call: keys, predicates, functions, and comparisons of keys.
import itertools
import sys
R = sys.getrefcount
class K:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        seen.append((R(self), R(other)))
        return self.n == other.n
class It:
    def __init__(self, *items):
        self.items = list(items)
    def __iter__(self):
        seen.append(('iter', R(self)))
        return self
    def __next__(self):
        seen.append(('next', R(self)))
        if not self.items:
            raise StopIteration
        return self.items.pop(0)
def key(x):
    seen.append(('key', R(x)))
    return x
def two(x, y):
    seen.append(('two', R(x), R(y)))
    return [x]
def told(*what):
    print(*what, seen, R(a), R(b), R(v))
    seen.clear()
seen, a, b, v = [], K(1), K(2), []
told([(R(k), R(g), [R(x) for x in g]) for k, g in itertools.groupby([a, K(1), b])])
told([k is a for k, g in itertools.groupby(It(a, a, b), key)])
g = itertools.groupby([a, b])
k, first = next(g)
told(R(k), R(first), R(g), next(first) is a)
k2, second = next(g)
told(list(first), R(k2), R(second))
del g, k, k2, first, second
told([R(x) for x in itertools.accumulate([a, b, v], two)])
told([R(x) for x in itertools.accumulate(It(a, b), lambda x, y: y, initial=v)])
told([R(x) for x in itertools.takewhile(key, It(v, a))], [R(x) for x in itertools.takewhile(key, It(a, v, b))])
told([R(x) for x in itertools.dropwhile(key, It(a, v, b))], [R(x) for x in itertools.filterfalse(key, It(v, a))])
told([R(x) for x in itertools.starmap(two, It((a, b), [v, v]))])
told([(R(x), R(y)) for x, y in itertools.zip_longest(It(a), It(b, v), fillvalue=v)])
told([R(p) for p in itertools.product(It(a, b), repeat=2)], [R(p[0]) for p in itertools.permutations([a, b, v], 2)])
told([R(x) for x in itertools.chain(It(a), [b], (v,))], [R(x) for x in itertools.islice(It(a, b, v), 1, 3)])
told([R(x) for x in itertools.compress(It(a, b), [v, 1])], [(R(x), R(y)) for x, y in itertools.pairwise(It(a, b, v))])
c = itertools.cycle(It(a, b))
told([R(next(c)) for _ in 'abcd'], R(c))
x, y = itertools.tee(It(a, b))
told(next(x) is a, R(a), next(y) is a, R(a), list(x) == [b], R(x), R(y))
del c, x, y
r = itertools.repeat(v, 3)
told(R(r), [R(x) for x in r], R(list(itertools.repeat(a, 2))))
del r
told()
