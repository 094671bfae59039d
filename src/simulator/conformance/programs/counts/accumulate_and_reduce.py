# A running result is held by whoever computes it.
from functools import reduce
from itertools import accumulate, starmap, takewhile
import operator
import sys

R = sys.getrefcount


class N:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        print('add', R(self), R(other))
        return N(self.n + other.n)


a, b, start = N(1), N(2), N(10)
items = [a, b, a]
print(R(reduce(operator.add, items)), R(a), R(b))
print(R(reduce(lambda x, y: y, items, start)), R(start), R(a))
print(reduce(lambda x, y: x, [a]) is a, R(a))
acc = accumulate(items, initial=start)
print(R(items), R(start), R(acc), next(acc) is start, R(start))
second = next(acc)
print(R(second), R(start), R(a))
third = next(acc)
print(R(second), R(third))
del acc
print(R(third), R(items), R(start))
print([R(x) for x in accumulate(items, lambda x, y: x)], R(a))
print(list(starmap(lambda x, y: (R(x), R(y)), [(a, b), [b, b]])), R(sum(items, start)), R(start))
print([R(x) for x in takewhile(lambda x: R(x) < 99, items)], R(a))


def fails(x, y):
    raise KeyError(x, y)


try:
    reduce(fails, items)
except KeyError as error:
    print(R(error), R(a), R(b))
print(R(a), R(b), R(items))
