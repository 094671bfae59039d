# How the tuple of an iterator comes to be: whether the iterator is asked how long it will be, and what holds the items
# meanwhile. What is unpacked is held while its items are fetched.
import gc
import sys


class Hinting:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        print('asked', sys.getrefcount(self))
        return self.hint

    def __iter__(self):
        yield self
        print('goes on', sys.getrefcount(self))
        yield from range(self.hint)


def made():
    hinting = Hinting(3)
    print(sys.getrefcount(hinting), len(tuple(hinting)), len(list(hinting)), len([*hinting]), len((*hinting,)))
    first, *rest = hinting
    print(sys.getrefcount(hinting), sys.getrefcount(rest))
    first, second, *rest = hinting
    [first, second, third, fourth] = hinting
    print(sys.getrefcount(hinting))


made()
print(len(tuple(Hinting(12))), len(tuple(Hinting(20))), tuple(Hinting(0))[1:])


def watched(n):
    marker = [n]
    for i in range(n):
        yield marker
        if i in (3, 7, 8, 12, 23):
            holders = [each for each in gc.get_objects() if type(each) in (tuple, list) and each and each[0] is marker]
            print(i, sys.getrefcount(marker), [(type(each).__name__, len(each)) for each in holders])
            if i < 20:
                del holders


def copied(n):
    return tuple(iter(watched(n)))


for n in (0, 5, 8, 9, 14, 22):
    whole = copied(n)
    print(n, len(whole), sys.getsizeof(whole), gc.is_tracked(whole), whole and sys.getrefcount(whole[0]))

try:
    print(len(copied(30)))
except SystemError as error:
    print('one that is held elsewhere cannot be made longer or shorter')

for hint in (-1, 'long'):
    try:
        tuple(iter([])), tuple(Hinting(hint))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([gc.is_tracked(tuple(each)) for each in ([1, 2], range(4), iter(range(12)), (i for i in range(3)))])


def broken():
    marker = [1]
    for i in range(11):
        yield marker
    print(sys.getrefcount(marker))
    raise KeyError(sys.getrefcount(marker))


try:
    tuple(iter(broken()))
except KeyError as error:
    print(error.args)
