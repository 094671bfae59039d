# Iterators of itertools and of the built-ins that stop in the middle of something: an error, a copy, a short neighbour.
import itertools as it
from sys import getrefcount as R

class Item: pass
a, b, c = Item(), Item(), Item()
n = lambda: (R(a), R(b), R(c))
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: return f'{type(e).__name__}: {e}'
def stops(*items):
    yield from items
    raise KeyError('enough')

print(tried(list, it.chain([a], stops(b))), tried(list, it.chain([a], 5)), tried(lambda: list(it.chain.from_iterable(5))), n())
print(tried(list, it.zip_longest([a, b], stops(c))), tried(it.zip_longest, [a], 5), tried(list, it.zip_longest([a], fillvalue=b)) == [(a,)], n())
print(tried(list, it.pairwise(stops(a, b))), tried(list, it.pairwise(stops(a))), tried(list, it.pairwise(stops())), tried(it.pairwise, 5), n())
p = it.pairwise([a, b, c]); print(next(p) == (a, b), n()); del p; print(n())
print(tried(list, it.groupby([a, b], lambda x: 1 // 0)), tried(list, it.groupby(stops(a, a))), tried(it.groupby, 5), n())
g = it.groupby([a, a, b]); k, group = next(g); print(k is a, next(group) is a, n()); next(g); print(list(group), n()); del g, group, k; print(n())
print(tried(list, it.cycle(stops(a, b))), tried(it.cycle, 5), n())
y = it.cycle([a, b]); print([next(y) is a for _ in range(5)], n()); del y; print(n())
print(tried(list, it.compress([a, b], stops(1))), tried(it.compress, [a], 5), tried(it.compress, 5, [1]), n())
class Truth:
    def __bool__(self): raise ValueError('neither')
t = Truth(); print(tried(list, it.compress([a, b], [t])), tried(list, it.filterfalse(lambda x: t, [a])), tried(list, it.takewhile(lambda x: t, [a])), tried(list, it.dropwhile(lambda x: t, [a])), tried(list, filter(None, [t])), tried(list, filter(lambda x: t, [b])), n(), R(t))
print(tried(list, it.compress([a, b, c], [[], [0], (1,)])) == [b, c], n())
print(tried(list, it.accumulate(stops(a, b), lambda x, y: y)), tried(list, it.accumulate([a, b])), tried(it.accumulate, 5), n())
print(tried(list, it.starmap(max, [a])), tried(list, it.starmap(max, stops())), tried(it.starmap, max, 5), tried(list, it.starmap(lambda *x: x, [[a, b], (c,)])) == [(a, b), (c,)], n())
print(tried(list, it.islice(stops(a), 1, 5)), tried(it.islice, [a], -1), tried(it.islice, 5, 1), tried(it.islice, [a], None, None, 0), n())
print(tried(it.product, [a], 5), tried(it.product, [a], repeat=-1), tried(it.permutations, [a], -1), tried(it.permutations, 5), tried(it.combinations, [a], -1), tried(it.combinations, 5, 1), n())
x, y = it.tee(iter([a, b, c])); print(next(x) is a, n()); z = __import__('copy').copy(x); print(next(z) is b, next(y) is a, n()); del x, y, z; print(n())
x, y = it.tee(Item() for _ in range(150)); first = [next(x) for _ in range(120)]; print(len(first), R(first[0]), R(first[119])); del y; print(R(first[0]), R(first[119])); del x, first
x, y = it.tee(stops(a, b)); print(tried(list, x), len(tried(list, y)), n()); del x, y; print(n())
print(tried(it.tee, [a], -1), tried(it.tee, 5), it.tee([a], 0), n())
class Uncopied:
    def __iter__(self): return self
    def __next__(self): return a
    def __copy__(self): raise ValueError('no copy')
print(len(tried(it.tee, Uncopied(), 2)), n())
print(tried(list, it.repeat(a, 3)) == [a] * 3, tried(it.repeat, a, 'x'), tried(len, it.repeat(a)), it.repeat(b, 2).__length_hint__(), n())
print(tried(list, map(lambda x, y: x, [a, b], stops(c))), tried(map, max), tried(map, max, 5), tried(list, map(lambda *x: x, [a, b], [c])) == [(a, c)], n())
print(tried(list, zip([a, b], stops(c))), tried(zip, [a], 5), tried(list, zip([a, b], [c], strict=True)), tried(list, zip([a], [b, c], strict=True)), tried(list, zip([a], [b], [c, c], strict=True)), n())
print(tried(list, enumerate(stops(a))), tried(enumerate, 5), tried(enumerate, [a], 'x'), list(enumerate([a], 5000))[0][1] is a, n())
print(tried(sum, stops(5000, 6000)), tried(sum, [a], b), tried(sum, ['x'], ''), tried(sum, [1.5, 2], 7000), tried(max, stops(a)), tried(max, [a, b]), tried(min, [a], key=5), n())
print(tried(reversed, a), tried(sorted, [a, b]), tried(sorted, [a, b], key=lambda x: 1 // (x is a)), n())
e = enumerate([a, b]); print(iter(e) is e, next(e)[1] is a, n()); del e
for made in (iter([a, b]), iter((a, b)), iter({a}), iter({a: b}), iter({a: b}.values()), iter({a: b}.items()), map(max, [a]), zip([a]), filter(None, [a]), reversed([a, b]), it.chain([a]), it.repeat(a), iter(lambda: a, b), iter(range(10**20, 10**20 + 3)), iter('xyz'), iter(b'xyz'), it.count(10**20), it.cycle([a]), it.tee([a])[0], it.islice([a], 1), it.groupby([a])):
    before = R(made); same = iter(made); print(type(made).__name__, same is made, R(made) - before, end='; '); del same
del made; print(n())
