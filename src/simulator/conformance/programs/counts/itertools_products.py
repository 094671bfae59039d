# Product and the like give the same tuple again where nobody holds it.
from itertools import combinations, pairwise, permutations, product, zip_longest
import sys

R = sys.getrefcount

a, b = [], []
for maker in (lambda: product([a, b], [a]), lambda: combinations([a, b, a], 2), lambda: permutations([a, b]),
              lambda: pairwise([a, b, a]), lambda: zip_longest([a], [a, b])):
    it = maker()
    for t in it:
        print(R(t), R(a), R(b), end='; ')
    del t
    print(R(it), R(a), R(b))
    kept = list(maker())
    print(R(kept[0]), R(a), R(b))
    del kept, it
print(R(a), R(b))
