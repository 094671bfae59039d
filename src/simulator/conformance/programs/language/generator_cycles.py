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
import sys

R = sys.getrefcount


class Kept:
    pass


def circle(x):
    me = yield
    print(R(x), R(me))
    yield me


gc.collect()
k = Kept()
g = circle(k)
next(g)
print(R(g), R(k))
again = g.send(g)
print(R(g), R(k), again is g)
del again
print(R(g), gc.collect(), R(g))
del g
print(R(k), gc.collect() > 0, R(k))
for i in range(2):
    g = circle(k)
    next(g)
    g.send(g)
    print(R(g), R(k))
    g.close()
    print(R(g), R(k))
