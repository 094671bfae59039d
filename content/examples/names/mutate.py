a = [1, 2, 3]  #: bind
b = a  #: alias
a.append(4)  #: append
print(b)  #: seen-through-b  # expect: [1, 2, 3, 4]
a += [5]  #: extend
print(b)  #: extended  # expect: [1, 2, 3, 4, 5]
a = a + [6]  #: new-list
print(b)  #: b-stays  # expect: [1, 2, 3, 4, 5]
print(a is b)  #: apart  # expect: False
