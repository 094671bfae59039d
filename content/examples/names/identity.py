a = [1, 2, 3]  #: bind
b = a  #: alias
before = id(a)  #: address
print(before)  # expect: …
print(hex(id(a)))  #: in-hex  # expect: 0x…
print(id(b) == before)  #: same-object  # expect: True
a.append(4)  #: append
print(id(a) == before)  #: stays  # expect: True
a = [1, 2, 3, 4]  #: rebind
print(id(a) == before)  #: another-object  # expect: False
