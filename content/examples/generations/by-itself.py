import gc
import weakref

class Node:
    pass

gc.collect()  #: clean-up
gc.set_threshold(10)  #: threshold
node = Node()  #: make
node.itself = node  #: ring
look = weakref.ref(node)  #: look
del node  #: forget
print(look() is None)  #: waiting  # expect: False
keep = [[] for n in range(20)]  #: many
print(look() is None)  #: gone
# expect[-3.13]: True
# expect[3.14.0]: False
# expect[3.14.5-]: True
