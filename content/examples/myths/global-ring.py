import gc

class Shelf:
    pass

gc.collect()  #: clean-up
shelf = Shelf()  #: make
shelf.itself = shelf  #: ring
print(gc.collect())  #: still-led-to  # expect: 0
del shelf  #: forget
print(gc.collect())  #: found  # expect: 1
