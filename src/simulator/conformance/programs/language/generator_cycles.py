# A suspended generator can be part of a cycle; the collector closes it.
import gc

gc.collect()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def holder(node):
    try:
        yield node
    finally:
        print('finally', node.name)


node = Node('cycle')
node.generator = holder(node)
next(node.generator)
del node
print('collected', gc.collect() > 0)


def self_holder():
    me = yield
    yield me
    print('not reached')


g = self_holder()
next(g)
g.send(g)
del g
print('collected', gc.collect())
print(gc.is_tracked(self_holder()))


def referrer(thing):
    yield thing


thing = ['thing']
r = referrer(thing)
next(r)
print(any(x is r for x in gc.get_referrers(thing)), any(x is thing for x in gc.get_referents(r)))
