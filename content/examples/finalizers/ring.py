import gc

class Node:
    def __init__(self, name):
        self.name = name  #: store

    def __del__(self):
        gone.append(self.next.name)  #: note

gone = []
gc.collect()  #: clean-up
a, b, c = Node('a'), Node('b'), Node('c')  #: make
a.next, b.next, c.next = b, c, a  #: ring
del c, b, a  #: forget
print(gc.collect(), gone)  #: collect  # expect: 3 ['b', 'c', 'a']
