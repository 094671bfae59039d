import gc
import weakref

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

gc.collect()  #: clean-up
two = Node(2)  #: make-two
one = Node(1, next=two)  #: strong
two.next = weakref.ref(one)  #: weak
see_two = weakref.ref(two)  #: look
del one, two  #: forget
print(see_two() is None)  #: gone-at-once  # expect: True
print(gc.collect())  #: nothing-to-find  # expect: 0
