# The second call of a class runs its `__init__` without a tuple of arguments; since 3.14 also where defaults are used.
import gc
import sys

R = sys.getrefcount


class Node:
    def __init__(self, link, other=None, number=5):
        self.made = gc.get_count()[0]
        print(R(link), R(other), R(self))


class Strict:
    def __init__(self, link, other):
        print(R(link), R(other), R(self))


def make(link):
    before = gc.get_count()[0]
    node = Node(link)
    print(node.made - before, gc.get_count()[0] - before)
    node = Node(link, link)
    print(node.made - before, gc.get_count()[0] - before)
    return node


def fewer(kind, link, *rest):
    try:
        return kind(link) if not rest else kind(link, link)
    except TypeError as error:
        print(error, R(link), error.__traceback__.tb_next is None)


link = []
for i in range(6):
    if i % 2 == 0:
        gc.collect()
    make(link)
for i in range(4):
    fewer(Strict, link, 1)
for i in range(3):
    fewer(Strict, link)
    fewer(Node, link)
print(R(link))
