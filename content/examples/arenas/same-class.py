n = 40
a = bytes(60)  #: make
place = id(a)  #: place
del a  #: forget
b = bytes(64)  #: larger
c = 'x' * n  #: text
print(id(b) == place)  #: other-class  # expect: False
print(id(c) == place)  #: same-class  # expect: True
