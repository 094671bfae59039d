# What sum() loses by rounding and what it makes good, by version; and the signs of the zeros complex() is given.
import sys


class Sub(float):
    pass


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __radd__(self, other):
        return other + self.amount


print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1e100, 1.0, -1e100]), sum(i / 10 for i in range(11)))
print(sum([0.1] * 7 + [Sub(0.1)] * 3), sum([Sub(0.1)] * 10), sum([0.1] * 5 + [Money(0.1)] + [0.1] * 4))
print(sum([True, 0.1, 0.2, False, 0.3]), sum([1, 0.1, 2, 1e16, 1, True]), sum([0.1, 2**70, 0.1]), sum([1e16, 1, 1]))
print(sum([1e16, 1.0, 1.0]), sum([0.1, 0.2], 0.0), sum([0.1] * 3, 0.1), sum([], 0.5), sum([-0.0]), sum([-0.0], -0.0))
print(sum([1 + 0.1j, 0.2, 0.3j, 1, Sub(0.1), 0.1j]), sum([0.1j] * 10), sum([0.1, 0.2, 0.3, 0.1j]), sum([1j, -0.0]))
infinite = float('inf')
print(sum([infinite, 1.0]), sum([infinite, -infinite]), sum([1e308, 1e308]), sum([1e308, 1e308, -1e308]))
for items in ([0.1, 'a'], [0.1, 10**400], [0.1, None], [1j, 10**400], [1j, []]):
    try:
        print(sum(items))
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(complex(0, -0.0), complex(-0.0, 0), complex(0.0, -0.0), complex(-0.0, -0.0), complex(1, -0.0), complex(imag=-0.0))
print(complex(-0.0), complex(1 - 0j), complex(True, -0.0))

# The items are given up one after the other, and the start too.
item, start = float('0.1'), float('0.5')
print(sum([item] * 10, start), sys.getrefcount(item), sys.getrefcount(start))
