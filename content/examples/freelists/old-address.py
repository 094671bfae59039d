a = ['tea']  #: make
address = id(a)  #: first-address
print(hex(address))  #: in-hex  # expect: 0x…
a = ['milk']  #: rebind
print(id(a) == address)  #: elsewhere  # expect: False
address = id(a)  #: second-address
del a  #: forget
a = ['salt']  #: again
print(id(a) == address)  #: same-place  # expect: True
