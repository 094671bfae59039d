# A view holds its dict, an iterator too until it ends.
import sys

R = sys.getrefcount

a = []
d = {1: a, 2: a}
k, v, i = d.keys(), d.values(), d.items()
print(R(d), R(k), R(v), R(i), R(a))
it = iter(v)
print(R(d), R(it), next(it) is a, R(a))
print(list(it)[0] is a, R(d))
for pair in i:
    print(R(pair), R(a))
print([R(x) for x in v], [R(x) for _, x in d.items()])
kept = list(d.items())
print(R(a), R(kept[0]), R(k.mapping) - R(d))
del k, v, i, it, pair
print(R(d))
