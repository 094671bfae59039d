# Recursion with generators: a tree that yields its values in order.
class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def paths(self, prefix=()):
        here = prefix + (self.value,)
        if not self.left and not self.right:
            yield here
        for child in (self.left, self.right):
            if child:
                for path in child.paths(here):
                    yield path


tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5), Tree(7)))
print(list(tree))
print(list(tree.paths()))
print(max(tree), sum(tree), 5 in tree, 8 in tree)


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


print(list(permutations([1, 2, 3])))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, iterable):
    return [x for x, _ in zip(iterable, range(n))]


print(take(10, primes()))


def chain(*iterables):
    for it in iterables:
        yield from it


print(list(chain('ab', [1, 2], (x for x in 'z'), {3: 4}, range(2), b'hi')))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


pipeline = (x * 10 for x in (n for n in fibonacci() if n % 2 == 0) if x > 5)
print(take(4, pipeline))


import sys

R = sys.getrefcount


def walk(node, depth=0):
    if node:
        yield from walk(node.left, depth + 1)
        yield node, depth, R(node)
        yield from walk(node.right, depth + 1)


leaf = Tree(1)
root = Tree(2, leaf, Tree(3))
print(R(leaf), R(root))
for node, depth, count in walk(root):
    print(depth, count, R(node), R(leaf), R(root))
del node
steps = walk(root)
next(steps)
print(R(leaf), R(root), R(steps), R(steps.gi_yieldfrom))
steps.close()
print(R(leaf), R(root), R(steps))
root.left = None
print(R(leaf))
