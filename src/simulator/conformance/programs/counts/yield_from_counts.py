# yield from holds the inner generator, not the values that pass.
import sys

R = sys.getrefcount

def inner(x):
    got = yield x
    print('inner', R(x), got is None or R(got))
    return [x]
def outer(x):
    result = yield from inner(x)
    print('outer', R(x), R(result))
    yield result
v, w = [], []
for sent in (None, w):
    o = outer(v)
    print(R(next(o)), R(v), R(o.gi_yieldfrom), R(o))
    print(R(o.send(sent)), R(v), R(w))
    print(next(o, 0), R(v), R(w))
def over(x):
    yield from x
print([R(i) for i in over([v, w])], [R(i) for i in over((v, w))], R(v))
