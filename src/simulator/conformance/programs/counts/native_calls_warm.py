# What len, isinstance, type and append hold while they work, at the first call and when the calls are warm.
from sys import getrefcount


class Meta(type):
    def __instancecheck__(cls, other):
        seen.append(getrefcount(other))
        return True


class Kind(metaclass=Meta):
    pass


class Box:
    def __len__(self):
        seen.append(getrefcount(self))
        return 1


seen = []


def measure(box):
    return len(box)


def check(box):
    return isinstance(box, Kind)


def kind(box):
    return type(box) is Box


def append(items, box):
    items.append(box)
    return getrefcount(box)


def append_kept(items, box):
    given = items.append(box)
    return getrefcount(box), given


box = Box()
for _ in range(5):
    measure(box), check(box), kind(box)
print(seen, getrefcount(box), getrefcount(Box) - getrefcount(Kind))
items = []
print([append(items, box) for _ in range(5)], getrefcount(box))
print([append_kept(items, box) for _ in range(5)], getrefcount(box))
items.clear()
print([measure(Box()) for _ in range(3)], seen[-3:])
print(getrefcount(box))
