# Sorting that goes wrong, and keys: the list comes back whole.
import sys

R = sys.getrefcount


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise KeyError(self)
        print(self.n, other.n, R(self), R(other), len(l))
        return self.n < other.n


items = [Item(n) for n in (2, 1, 3)]
l = items[:]
try:
    l.sort()
except KeyError as error:
    print(R(error), R(error.args[0]), [x.n for x in l], R(l))
del l[2]
print([R(x) for x in items], R(l))
l.sort(reverse=True)
print([R(x) for x in items], [x.n for x in l])


def key(x):
    print('key', R(x), len(l))
    return [x.n]


l.sort(key=key)
print([R(x) for x in items], R(key), R(sorted(l, key=key)))


def bad(x):
    raise ValueError(x)


try:
    l.sort(key=bad)
except ValueError as error:
    print(R(error), [x.n for x in l], [R(x) for x in items])


def changes(x):
    l.append(x)
    return x.n


try:
    l.sort(key=changes)
except ValueError as error:
    print(error, R(error), [x.n for x in l], [R(x) for x in items])
print(min(l, key=lambda x: R(x) and x.n).n, max(l).n, R(min(l, default=None)), [R(x) for x in items])
for wrong in (lambda: l.sort(key), lambda: sorted(5), lambda: min([]), lambda: max(l, key=5), lambda: sorted(l, key=len)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, R(error), R(l), [R(x) for x in items])
