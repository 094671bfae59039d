import sys

a = ['tea', 'milk']  #: bind
print(sys.getrefcount(a))  #: one-name  # expect: 2
b = a  #: alias
print(sys.getrefcount(a))  #: two-names  # expect: 3
del a  #: unbind
print(sys.getrefcount(b))  #: through-b  # expect: 2
print(b)  #: still-there  # expect: ['tea', 'milk']
