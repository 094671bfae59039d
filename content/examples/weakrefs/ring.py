import gc
import weakref

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

gc.collect()  #: clean-up
one, two = Node(1), Node(2)  #: make
one.next, two.next = two, one  #: ring
see_one, see_two = weakref.ref(one), weakref.ref(two)  #: look
del one, two  #: forget
print(see_one() is None, see_two() is None)  #: both-alive  # expect: False False
print(gc.collect())  #: collect  # expect: 2
print(see_one() is None, see_two() is None)  #: both-gone  # expect: True True
