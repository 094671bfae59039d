# Notes about objects, kept only as long as the objects live.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, RuntimeError) as error:
        print(f'{type(error).__name__}')


notes = weakref.WeakKeyDictionary()
a, b = Node('a'), Node('b')
notes[a] = 'first'
notes[b] = 'second'
notes[Node('c')] = 'third'
print(len(notes), list(notes), list(notes.values()), list(notes.items()))
print(notes[a], a in notes, 5 in notes, notes.get(b), notes.get(Node('x'), 'none'))
attempt(lambda: notes[Node('y')])
attempt(lambda: notes.pop(Node('z')))
attempt(lambda: notes.__setitem__('text', 1))
attempt(lambda: hash(notes))
print([reference() for reference in notes.keyrefs()], notes.setdefault(a, 'other'), notes.pop(b), len(notes))
notes.update({b: 'again'})
print(notes == {a: 'first', b: 'again'}, notes.copy() == notes, (notes | {a: 1})[a])
del b
print(len(notes), list(notes.items()))

# An object that is equal to another finds its entry; a value that holds its key keeps it alive.
gc.collect()
leak = weakref.WeakKeyDictionary()
key = Node('key')
leak[key] = [key]
del key
print(gc.collect(), len(leak))
leak.clear()
print(len(leak))

nodes = [Node(str(n)) for n in range(4)]
seen = weakref.WeakKeyDictionary((node, node.name) for node in nodes)
for node in seen:
    if node.name == '1':
        del nodes[2:]
    print(node, len(seen))
del node
print(list(seen.items()))


def grow():
    extra = []
    for node in seen:
        extra.append(Node('new'))
        seen[extra[-1]] = 1
    return len(seen)


attempt(grow)
del seen[nodes[0]]
print(list(seen.items()), seen.popitem()[0])
import sys

R = sys.getrefcount

counted = weakref.WeakKeyDictionary()
k, v = Node('k'), [1]
counted[k] = v
print(R(k), R(v), R(counted), weakref.getweakrefcount(k))
print(counted[k] is v, counted.get(k) is v, R(k), R(v))
for node, value in counted.items():
    print(R(node), R(value), R(k))
del node, value
print(R(k), R(v), [R(n) for n in counted], R(k))
shallow = counted.copy()
print(R(k), R(v), weakref.getweakrefcount(k))
counted[k] = k
print(R(k), R(v))
counted[k] = None
del k
print(R(v), len(counted), len(shallow))
