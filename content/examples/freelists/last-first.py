a, b = ['a'], ['b']  #: make
at_a, at_b = id(a), id(b)  #: addresses
del a  #: forget-a
del b  #: forget-b
pair = (at_a, at_b)  #: tuple
c = ['c']  #: first-new
d = ['d']  #: second-new
print(id(pair) in pair)  #: other-type  # expect: False
print(id(c) == at_a)  #: first-freed  # expect: False
print(id(c) == at_b)  #: last-freed  # expect: True
print(id(d) == at_a)  #: next  # expect: True
