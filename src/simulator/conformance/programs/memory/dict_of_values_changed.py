# What a change of an instance's dict does to the table it shares with its class, and what a collection then finds.
import gc
import sys


class Node:
    pass


def told(change):
    node = Node()
    node.x = 1
    node.__dict__
    change(node)
    node.me = node
    size = sys.getsizeof(node.__dict__)
    del node
    print(change.__name__, gc.collect())
    print(size)


def nothing(node):
    pass


def update_same(node):
    node.__dict__.update({'x': 1})


def update_more(node):
    node.__dict__.update({'x': node, 'y': 2})


def clear(node):
    node.__dict__.clear()


def clear_update(node):
    node.__dict__.clear()
    node.__dict__.update({'x': node, 'y': 2})


def delete_update(node):
    del node.x
    node.__dict__.update({'x': node, 'y': 2})


def delete_update_pairs(node):
    del node.x
    node.__dict__.update([('x', node), ('y', 2)])


def update_number(node):
    del node.x
    node.__dict__.update({1: 2})


def another(node):
    node.__dict__ = {'x': 2}


def merge(node):
    node.__dict__ |= {'z': 1}


def pop(node):
    node.__dict__.pop('x')


def popitem(node):
    node.__dict__.popitem()


def setdefault(node):
    node.__dict__.setdefault('w', 3)


gc.collect()
for change in (
    nothing,
    update_same,
    update_more,
    clear,
    clear_update,
    delete_update,
    delete_update_pairs,
    update_number,
    another,
    merge,
    pop,
    popitem,
    setdefault,
):
    told(change)
