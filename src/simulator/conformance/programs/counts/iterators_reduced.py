# How iterators say they are made: what is left of them, and who holds what.
import copy
import operator
import sys
from collections import OrderedDict, deque

R = sys.getrefcount


class Item:
    pass


class Seq:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


a, b, c = Item(), Item(), Item()
items = [a, b, c]
kinds = (items, tuple(items), Seq(items), {a: 1, b: 2, c: 3}, deque(items), OrderedDict.fromkeys(items))
for kind in kinds:
    it = iter(kind)
    first = next(it)
    print(type(it).__name__, R(kind), R(first))
    made = it.__reduce__()
    print(made[0].__name__, len(made), R(made), R(made[1]), R(kind), R(a), R(b))
    twin = copy.copy(it)
    print(next(twin) is b, next(it) is b, R(b), R(it), R(twin), R(kind))
    del made, twin, it, first
print(R(a), R(b), R(c))
for text in 'abc', 'äbc', b'abc', bytearray(b'abc'), range(3), range(2, 30, 7), range(10**20, 10**20 + 9, 4):
    it = iter(text)
    print(it.__reduce__()[1:])
    next(it)
    print(it.__reduce__()[1:], list(copy.copy(it)))
    list(it)
    print(it.__reduce__()[1:], list(copy.copy(it)))
for it in reversed(items), reversed(Seq(items)), iter(lambda: 1, 1), enumerate(items), zip(items, 'abc'):
    print(type(it).__name__, [type(x).__name__ for x in it.__reduce__()], R(items), R(it))
    list(it)
    print([type(x).__name__ for x in it.__reduce__()], R(items), R(a))
key = operator.attrgetter('__class__', '__class__.__name__')
print(key.__reduce__()[1], copy.copy(key)(a)[1], operator.itemgetter(2).__reduce__()[1])
m = map(print, items, 'xyz')
f = filter(None, items)
print(m.__reduce__()[0], m.__reduce__()[1][0] is print, f.__reduce__()[0], f.__reduce__()[1][0], R(items), R(m), R(f))
it = iter(items)
it.__setstate__(2)
print(next(it) is c, it.__reduce__()[1][0] is items)
d = {a: 1, b: 2}
it = iter(d.items())
print(it.__reduce__()[1][0][0][0] is a, R(d), R(a), next(it)[0] is a, len(it.__reduce__()[1][0]))
d[c] = 3
try:
    it.__reduce__()
except RuntimeError as e:
    print(e, R(d))
for value in property(), memoryview(b''), d.keys(), (x for x in items):
    try:
        copy.copy(value)
    except TypeError as e:
        print(e, R(value))
del it, d, m, f, kinds, kind, value
print(R(a), R(b), R(c), R(items))
