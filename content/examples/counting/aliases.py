import sys

a = [1, 2, 3]  #: bind
print(sys.getrefcount(a))  #: one-name  # expect: 2
b = a  #: alias
print(sys.getrefcount(a))  #: two-names  # expect: 3
del b  #: unbind
print(sys.getrefcount(a))  #: one-again  # expect: 2
del a  #: free
