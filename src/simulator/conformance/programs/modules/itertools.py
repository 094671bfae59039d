import itertools, sys
from itertools import count, cycle, repeat, accumulate, chain, compress, dropwhile, filterfalse, groupby, islice, starmap, takewhile, tee, zip_longest, product, permutations, combinations, combinations_with_replacement, pairwise
class X:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'X{self.n}'
    def __del__(self): print('del', self.n)
rc = sys.getrefcount
def show(name, it, n=6):
    print(name, sys.getsizeof(it), list(islice(it, n)))
show('count', count(3)); show('count', count(3, 2)); show('count', count(0.5, 0.25)); show('cycle', cycle('ab'))
show('repeat', repeat(7)); show('repeat', repeat(7, 2))
print(count(4), count(4, 3), count(2.5), repeat('a'), repeat('a', 3))
show('acc', accumulate([1, 2, 3])); show('acc', accumulate([1, 2, 3], max)); show('acc', accumulate([1, 2], initial=10)); show('acc', accumulate([3,4], lambda a, b: a * b, initial=2))
show('chain', chain('ab', [1, 2])); show('chain', chain.from_iterable(['ab', 'c']))
show('compress', compress('abcd', [1, 0, 1, 1])); show('dropwhile', dropwhile(lambda x: x < 3, [1, 4, 2]))
show('takewhile', takewhile(lambda x: x < 3, [1, 4, 2])); show('filterfalse', filterfalse(lambda x: x % 2, range(6))); show('ff', filterfalse(None, [0, 1, '']))
show('starmap', starmap(pow, [(2, 3), [3, 2]]))
show('islice', islice(range(10), 2, 8, 3)); show('islice', islice('abc', None))
for k, g in groupby('aabbbc'): print(k, list(g), sys.getsizeof(g))
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
a, b = tee([1, 2, 3]); print(list(a), next(b), list(b), sys.getsizeof(a))
show('zip_longest', zip_longest('ab', 'xyz')); show('zl', zip_longest('ab', 'xyz', fillvalue='-'))
show('product', product('ab', [1, 2])); show('product', product([0, 1], repeat=3), 9); show('product', product()); show('p', product('ab', []))
show('perm', permutations('abc')); show('perm', permutations('abc', 2)); show('perm', permutations('ab', 3))
show('comb', combinations('abcd', 2)); show('cwr', combinations_with_replacement('abc', 2)); show('pair', pairwise('abcd')); show('pair', pairwise('a'))
x = X(1)
it = chain([x], [x]); print(rc(x)); next(it); print(rc(x)); del it; print(rc(x))
it = cycle([x]); print(rc(x)); next(it); print(rc(x)); next(it); print(rc(x)); del it; print(rc(x))
it = repeat(x, 3); print(rc(x)); y = next(it); print(rc(x), rc(it)); del it, y
a, b, c = tee([x, x], 3); next(a); print(rc(x)); next(b); print(rc(x)); del a, b; print(rc(x)); del c; print(rc(x))
it = permutations([x, 2], 2); print(rc(x)); t = next(it); print(rc(x), t); u = next(it); print(rc(x), u, t is u); del it, t; print(rc(x)); del u
ids = set()
for t in combinations([1, 2, 3], 2): ids.add(id(t))
print(len(ids))
it = pairwise([X(5), X(6), X(7)]); print(next(it)); print('next'); print(next(it)); del it
g = groupby([x, x]); k, grp = next(g); print(rc(x), rc(g)); print(rc(k)); del k; del g; print(rc(x)); print(list(grp)); del grp; print(rc(x))
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
err(lambda: count('a')); err(lambda: cycle()); err(lambda: cycle(5)); err(lambda: repeat()); err(lambda: islice([1], -1)); err(lambda: islice([1], 1, 2, 0)); err(lambda: islice([1], 'a', 2))
err(lambda: combinations([1], -1)); err(lambda: permutations([1], 'a')); err(lambda: product([1], repeat=-1)); err(lambda: tee([1], -1)); err(lambda: takewhile(1)); err(lambda: list(takewhile(1, [2])))
err(lambda: type(chain(1))); err(lambda: list(chain(1))); err(lambda: zip_longest([1], foo=2)); err(lambda: accumulate()); err(lambda: list(starmap(pow, [1])))
err(lambda: chain(x=1)); err(lambda: count(1, 2, 3)); err(lambda: setattr(count, 'x', 1)); err(lambda: groupby(1)); err(lambda: next(count(10**30))); err(lambda: list(islice(count(2**63 - 1), 3)))
print(count, chain, groupby, tee, type(tee([])[0]), count.__module__, count.__name__, type(iter(pairwise('ab'))))
class C(chain): pass
print(C.__name__)
c = C([1], [2]); c.x = 5; print(list(c), c.x, sys.getsizeof(c))
it = zip_longest([X(10)], [1, 2], fillvalue=None)
for p in it: print(p)
del it, p
print(rc(count) > 1, sys.getsizeof(count))
