a = [1, 2, 3]  #: bind
b = a  #: alias
print(a is b)  #: one-object  # expect: True
a = [4, 5, 6]  #: rebind
print(a)  #: new-a  # expect: [4, 5, 6]
print(b)  #: old-b  # expect: [1, 2, 3]
print(a is b)  #: two-objects  # expect: False
