import sys

a = []  #: bind
b = a  #: alias
print(sys.getrefcount(a))  #: two-names  # expect: 3
b = None  #: rebind
print(sys.getrefcount(a))  #: one-name  # expect: 2
