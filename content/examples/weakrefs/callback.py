import sys
import weakref

class Node:
    pass

seen = []
node = Node()  #: make
print(sys.getrefcount(node))  #: before  # expect: 2
look = weakref.ref(node, seen.append)  #: look
print(sys.getrefcount(node))  #: looked-at  # expect: 2
found = look()  #: ask
print(sys.getrefcount(node))  #: found  # expect: 3
del node, found  #: forget
print(seen == [look], look())  #: told  # expect: True None
