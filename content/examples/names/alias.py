a = [1, 2, 3]  #: bind
b = a  #: alias
b.append(4)  #: append
print(a)  #: seen  # expect: [1, 2, 3, 4]
print(a is b)  #: one-object  # expect: True
a = [1, 2, 3, 4]  #: rebind
print(a == b)  #: equal  # expect: True
print(a is b)  #: apart  # expect: False
