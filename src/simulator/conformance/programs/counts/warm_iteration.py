# Loops over many kinds of things, entered so often that the code expects one kind.
import sys

R = sys.getrefcount

class Down:
    def __init__(self, item):
        self.item, self.left = item, 2
    def __iter__(self):
        return self
    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        print('next', R(self), end=' ')
        return self.item

class Old:
    def __init__(self, item):
        self.item = item
    def __getitem__(self, i):
        print('item', R(self), end=' ')
        return (self.item, self.item)[i]

def made(item):
    yield item
    yield [R(item)]

def each(it):
    seen = []
    for x in it:
        seen.append(R(x))
    return seen, R(it), R(x)

def many(make, warm):
    for i in range(warm):
        found = each(make())
    return found

v = []
for make in (lambda: [v, v], lambda: (v, v), lambda: {'k': v}.values(), lambda: made(v), lambda: iter([v]),
             lambda: zip([v], [v]), lambda: enumerate([v]), lambda: reversed([v, v]), lambda: map(list, [v]),
             lambda: range(10**20, 10**20 + 2), lambda: {'k': v}.items(), lambda: (x for x in [v, v])):
    print(many(make, 1), many(make, 20), R(v))
for make in (lambda: Down(v), lambda: Old(v)):
    print(many(make, 1), many(make, 2), R(v))
for x in [v, v]:
    for y in (x, v):
        for z in made(y):
            print(R(x), R(y), R(z), R(v), end='; ')
print()
del x, y, z
print(R(v))
