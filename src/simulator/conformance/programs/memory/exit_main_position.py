# Where __main__ stands among the collector's objects decides the order of the last finalizers.
import gc, sys
class Node:
    def __init__(self, n): self.n = n
    def __del__(self, gc=gc): print(self.n, gc.is_finalized(self))
main = sys.modules['__main__']
names = globals()
print(['main' if o is main else 'names' for o in gc.get_objects() if o is main or o is names])
gc.collect()
print(['main' if o is main else 'names' for o in gc.get_objects() if o is main or o is names])
a = Node('a')
b = Node('b')
gc.collect()
b.link = [Node('b.link')]
c = [Node('c0'), Node('c1')]
a = Node('a2')
gc.collect()
del main
