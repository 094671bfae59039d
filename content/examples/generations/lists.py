import gc

def generation():
    return [n for n in (0, 1, 2) if place in map(id, gc.get_objects(n))]  #: search

gc.collect()  #: clean-up
thing = ['thing']  #: make
place = id(thing)  #: place
print(generation())  #: young  # expect: [0]
gc.collect(0)  #: survive
print(generation())  #: middle
# expect[-3.13]: [1]
# expect[3.14.0]: [2]
# expect[3.14.5-]: [1]
gc.collect()  #: survive-all
print(generation())  #: old  # expect: [2]
print(id(thing) == place)  #: same-place  # expect: True
