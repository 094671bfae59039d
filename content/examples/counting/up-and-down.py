import sys

a = [1, 2, 3]  #: bind
print(sys.getrefcount(a))  #: one-name  # expect: 2
b = a  #: second
print(sys.getrefcount(a))  #: two-names  # expect: 3
c = a  #: third
print(sys.getrefcount(a))  #: three-names  # expect: 4
del b  #: unbind-b
print(sys.getrefcount(a))  #: two-again  # expect: 3
del c  #: unbind-c
print(sys.getrefcount(a))  #: one-again  # expect: 2
del a  #: free
