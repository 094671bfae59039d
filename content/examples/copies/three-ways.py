import copy

a = [1, 2, [3, 4]]  #: make
b = a[:]  #: slice
c = copy.copy(a)  #: shallow
d = copy.deepcopy(a)  #: deep
a[2].append(5)  #: change
print(b)  #: in-slice  # expect: [1, 2, [3, 4, 5]]
print(c)  #: in-copy  # expect: [1, 2, [3, 4, 5]]
print(d)  #: in-deep  # expect: [1, 2, [3, 4]]
print(a[2] is c[2])  #: shared  # expect: True
print(a[2] is d[2])  #: own  # expect: False
