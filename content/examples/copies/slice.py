import sys

inner = [3, 4]  #: make
a = [1, 2, inner]  #: hold
print(sys.getrefcount(inner))  #: held-once  # expect: 3
b = a[:]  #: slice
print(a is b)  #: new-list  # expect: False
print(a[2] is b[2])  #: same-inner  # expect: True
print(sys.getrefcount(inner))  #: held-twice  # expect: 4
b[2].append(5)  #: append
print(a)  #: seen-in-both  # expect: [1, 2, [3, 4, 5]]
