import gc
import weakref

class Node:
    pass

gc.collect()  #: clean-up
house, door = Node(), Node()  #: make
look = weakref.ref(house)  #: watch
house.other = door  #: down
door.other = house  #: back
del house, door  #: forget
print(look() is None)  #: still-there  # expect: False
print(gc.collect())  #: collect  # expect: 2
print(look() is None)  #: gone  # expect: True
