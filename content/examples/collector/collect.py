import gc

gc.collect()  #: clean-up
print(gc.collect())  #: nothing-to-find  # expect: 0
ring = []  #: make
ring.append(ring)  #: holds-itself
ring = None  #: forget
print(gc.collect())  #: one-found  # expect: 1
print(gc.collect())  #: nothing-left  # expect: 0
