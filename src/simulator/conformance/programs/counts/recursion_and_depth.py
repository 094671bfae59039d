# Recursive functions, methods, generators and data: each level holds what it was given, until it returns or fails.
import sys
R = sys.getrefcount
class Node:
    def __init__(self, *children):
        self.children = children
    def depth(self):
        return 1 + max([c.depth() for c in self.children], default=R(self))
    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()
    def __repr__(self):
        return f'Node({R(self)}{"".join(map(repr, self.children))})'
    def __eq__(self, other):
        return (R(self), R(other)) and self.children == other.children
    def __len__(self):
        return sum(len(c) for c in self.children) + R(self)
def count(x, n):
    if n == 0:
        return [R(x)]
    return count(x, n - 1) + [R(x)]
def kept(x, n, *seen):
    return R(x) if n == 0 else kept(x, n - 1, x, *seen)
def mutual(x, n):
    return [R(x)] if n == 0 else other(n - 1, x=x)
def other(n, *, x):
    return [R(x)] + mutual(x, n)
def failing(x, n):
    if n == 0:
        raise KeyError(x)
    try:
        failing(x, n - 1)
    finally:
        levels.append(R(x))
def endless(x):
    levels.append(x)
    return endless(x)
levels, v = [], []
print(count(v, 4), kept(v, 4), mutual(v, 4), R(v))
try:
    failing(v, 3)
except KeyError as error:
    print(levels, R(error), R(v))
    tb, n = error.__traceback__, 0
    while tb:
        tb, n = tb.tb_next, n + 1
    print(n, R(v))
print(R(v))
leaf = Node()
tree = Node(Node(leaf, Node()), Node(leaf))
print(tree.depth(), R(leaf), R(tree), tree, len(tree))
print([R(n) for n in tree.walk()], tree == Node(Node(leaf, Node()), Node(leaf)), R(leaf))
levels.clear()
try:
    endless(v)
except RecursionError as error:
    print(type(error).__name__, R(error), R(v) - len(levels) > 2)
levels.clear()
print(R(v), R(endless), R(leaf))
nested = v
for i in range(50):
    nested = [nested]
print(R(nested), R(v), repr(nested)[:5])
while nested is not v:
    nested = nested[0]
print(R(nested), R(v))
v.append(v)
v.append((v, {'v': v}))
print(R(v), v, R(repr(v)))
v.clear()
print(R(v))
