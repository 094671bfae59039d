# zip, map, filter and enumerate when their sources end or fail.
import sys

R = sys.getrefcount

v, w = [], []
def bad():
    yield v
    raise KeyError(R(v))
z = zip([v, v], [w], strict=True)
print(R(v), R(w), R(next(z)))
try:
    next(z)
except ValueError as e:
    print(e, R(v), R(w))
print(R(z)); del z
for make in (
    lambda: zip(bad(), [v, w]), lambda: map(lambda x, y: R(x), bad(), [w, w]),
    lambda: filter(lambda x: R(x) > 99, bad()), lambda: enumerate(bad()), lambda: map(R, bad()),
):
    it = make()
    got = []
    try:
        for x in it:
            got.append(R(x) if type(x) is tuple else x)
    except KeyError as e:
        print(got, e, R(v), R(w))
    it = x = None
    print(R(v), R(w))
print(list(zip()), list(zip([v])), R(v), [*map(R, [v, [v]][:1])])
e = enumerate([v], 10 ** 20)
print(R(next(e)), R(v), R(e))
