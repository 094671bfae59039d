# Comparing arrays: item by item, as numbers whatever the type codes are.
from array import array
from collections.abc import MutableSequence, Sequence
import operator

OPERATORS = operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge


def compared(a, b):
    print(a, b, end=' ')
    for f in OPERATORS:
        try:
            print(f(a, b), end=' ')
        except TypeError as e:
            print(e, end='; ')
    print()


nan = float('nan')
for a, b in (('', ''), ([1], []), ([1, 2], [1, 3]), ([1, 2], [1, 2, 0]), ([-1], [1])):
    for codes in ('ii', 'bq', 'id', 'dd', 'ff', 'qq'):
        compared(array(codes[0], list(a)), array(codes[1], list(b)))
compared(array('I', [2 ** 32 - 1]), array('I', [1]))
compared(array('Q', [2 ** 64 - 1]), array('Q', [1]))
compared(array('q', [-2 ** 63]), array('q', [2 ** 63 - 1]))
compared(array('d', [nan]), array('d', [nan]))
compared(array('i', [1]), [1])
compared(array('B', [1]), b'\1')
a = array('d', [nan])
print(a == a, a != a, nan in a, a.count(nan))
print(isinstance(a, MutableSequence), issubclass(array, Sequence), bool(array('i')), bool(a))
match array('i', [1, 2, 3]):
    case [first, *rest]:
        print(first, rest)
print(list(reversed(array('i', [1, 2]))), sorted(array('i', [3, 1])), sum(array('d', [0.5, 1])), max(array('i', [1, 5])))
i = iter(array('i', [1, 2]))
print(type(i).__name__, iter(i) is i, next(i))
i.__setstate__(-5)
print(next(i), next(i), next(i, 'end'), next(i, 'end'))
a = array('i', [1])
grown = []
for item in a:
    grown.append(item)
    if len(a) < 5:
        a.append(item + 1)
print(grown)
import sys

R = sys.getrefcount


class Other:
    def __eq__(self, other):
        return R(self), R(other)

    def __gt__(self, other):
        return R(self), R(other)


a, b, o = array('i', [1, 2, 3]), array('d', [1, 2, 4]), Other()
print(a == b, a < b, a != a, R(a), R(b))
print(a == o, o == a, a < o, R(a), R(o), a == Other(), array('i') == o)
for item in a:
    print(R(a), item in a, a.count(o), R(o))
try:
    a < [o]
except TypeError as e:
    print(R(e), R(a), R(o))
