# Objects kept in free lists are really freed by a full collection: their blocks then serve any type of that size.
import gc


class Block:
    """An instance of 64 bytes, like a list and a pair."""

    __slots__ = ('a', 'b', 'c', 'd')


def make(kind, number):
    return [kind() for _ in [None] * number]


n = int('1')
gc.disable()
full = make(Block, 400)
lists = [[], [], []]
pairs = [(n, lists), (n, full)]
owners = {}
for kind in (lists, pairs):
    for thing in kind:
        owners[id(thing)] = type(thing).__name__
gc.collect()
blocks = make(Block, 600)
thing = kind = None
lists.clear()
pairs.clear()
print('kept:', [owners.get(id(block), '-') for block in make(Block, 3)])
again = [[], [], []]
print('the same kind gets them back:', [owners.get(id(one), '-') for one in again])
again.clear()
gc.collect()
found = [owners.get(id(block)) for block in make(Block, 40)]
print('after a full collection:', [name for name in found if name])
import sys

R = sys.getrefcount
kept = Block()
for kind in ('list', 'tuple', 'dict', 'again'):
    things = {'list': lambda: [kept], 'tuple': lambda: (kept, n), 'dict': lambda: {1: kept}, 'again': lambda: [kept]}[kind]
    one, two = things(), things()
    print(kind, R(one), R(two), R(kept))
    del two
    print(R(kept), R(things()), R(one))
    gc.collect()
    one = things()
    print(R(one), R(kept))
