print(id([1]) == id([2]))  #: in-turn  # expect: True
one = [1]  #: make-one
two = [2]  #: make-two
print(id(one) == id(two))  #: together  # expect: False
