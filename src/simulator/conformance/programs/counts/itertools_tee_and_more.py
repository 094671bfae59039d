# tee, accumulate, compress, starmap, pairwise, islice and takewhile hold.
import itertools
import sys

R = sys.getrefcount

v, w = [], []
a, b = itertools.tee(iter([v, w, v]))
print(R(v), R(a), next(a) is v, R(v), next(b) is v, R(v), list(a) == list(b), R(v), R(w))
del a, b
print(R(v), R(w))
for make in (
    lambda: itertools.accumulate([v, w], lambda x, y: y), lambda: itertools.compress([v, w], [1, 0]),
    lambda: itertools.starmap(R, [(v,), (w,)]), lambda: itertools.pairwise([v, w, v]), lambda: itertools.islice([v, w], 1, None),
    lambda: itertools.takewhile(lambda x: R(x) > 0, [v, w]), lambda: itertools.dropwhile(lambda x: R(x) > 99, [v, w]),
    lambda: itertools.filterfalse(lambda x: R(x) > 99, [v]), lambda: itertools.zip_longest([v], [w, w], fillvalue=v),
    lambda: itertools.combinations([v, w, v], 2), lambda: itertools.permutations([v, w]), lambda: itertools.product([v], [w], repeat=2),
    lambda: itertools.chain.from_iterable([[v], [w]]), lambda: itertools.groupby([v, w]), lambda: itertools.count(10 ** 20),
):
    it = make()
    print(R(v), R(w), end=' ')
    x = next(it)
    print(x if type(x) is int and x < 99 else R(x), R(v), R(w), end=' ')
    x = next(it, None)
    print(R(v), R(w), R(it), end=' ')
    x = it = None
    print(R(v), R(w))
