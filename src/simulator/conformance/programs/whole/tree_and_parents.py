# A tree whose nodes know their parents, once strongly and once weakly.
import gc
import sys
import weakref

R = sys.getrefcount


class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = parent
        if parent is not None:
            parent.children.append(self)

    def __repr__(self):
        return self.name

    def walk(self, depth=0):
        yield depth, self, R(self)
        for child in self.children:
            yield from child.walk(depth + 1)


class WeakTree(Tree):
    @property
    def parent(self):
        return self._parent and self._parent()

    @parent.setter
    def parent(self, value):
        self._parent = value and weakref.ref(value)


gc.collect()
for kind in Tree, WeakTree:
    root = kind('root')
    left, right = kind('left', root), kind('right', root)
    leaf = kind('leaf', left)
    print([(depth, node, count) for depth, node, count in root.walk()])
    print(R(root), R(left), R(leaf), leaf.parent is left, R(leaf.parent), R(left))
    path, node = [], leaf
    while node:
        path.append(node)
        node = node.parent
    print(path, R(root), R(left))
    del path, node
    gone = weakref.ref(root)
    del root, right
    print(kind.__name__, gone() is None, R(left), gc.collect(), R(leaf))
    del left, leaf
    print(gone() is None, gc.collect(), gone() is None)
