# zip, map, filter, enumerate, reversed, iter and their arguments when iterators and functions count or fail.
import sys
R = sys.getrefcount
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
        item = self.items.pop(0)
        if item is bad:
            raise KeyError(item)
        return item
class Seq:
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        seen.append(('len', R(self)))
        return len(self.items)
    def __getitem__(self, i):
        seen.append(('item', R(self)))
        return self.items[i]
def two(x, y=None):
    seen.append((R(x), y is None or R(y)))
    return x
def told(*what):
    print(*what, seen, R(v), R(w))
    seen.clear()
seen, v, w, bad = [], [], {}, [0]
told([(R(x), R(y)) for x, y in zip(It(v, w), [w, v, v])])
told([R(p) for p in zip(It(v), It(w, v))])
told([R(x) for x in map(two, It(v, w))], [R(x) for x in map(two, [v, w], It(w, v))])
told([R(x) for x in filter(two, It([v], w))], [R(x) for x in filter(None, It([v], w))])
told([(i, R(x)) for i, x in enumerate(It(v, w), 10**18)])
told([R(x) for x in reversed(Seq(v, w))], R(reversed(Seq(v))), [R(x) for x in iter(Seq(v, w))])
told([R(x) for x in iter(It(v, w).__next__, w)])
told(max(It(5, 7)), sum(It([v], [w]), []) == [v, w], list(It(v, w)) == [v, w], tuple(It(v)) == (v,), len({*It('a', 'b')}))
told(dict(It((1, v), [2, w]))[1] is v, sorted(It('b', 'a')), any(It(v, [1])), all(It([1], v)))
for make in (lambda: zip([v], It(bad)), lambda: map(two, It(bad)), lambda: filter(None, It(v, bad)), lambda: enumerate(It(bad)), lambda: zip(It(v, bad), It(w))):
    it = make()
    try:
        told(len(list(it)))
    except KeyError as error:
        told(R(error), R(it), R(bad))
del it, make
told(R(bad))
z, m, f, e = zip(It(v, w), [w, v]), map(two, [v, w]), filter(None, [v, [w]]), enumerate([v, w])
told(R(z), R(m), R(f), R(e), next(z)[0] is v, next(m) is v, R(next(f)), next(e)[1] is v)
a, b = next(z)
told(R(a), R(b), next(z, v) is v, [x is w for x in m], next(f, w) is w, [R(p) for p in e])
del z, m, f, e, a, b
told()
try:
    list(zip([v], [v, w], strict=True))
except ValueError as error:
    told(R(error), error)
x, *y = map(two, It(v, w, v))
told(R(x), R(y))
