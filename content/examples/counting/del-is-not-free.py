import sys

basket = ['apple']  #: bind
shared = basket  #: alias
del basket  #: unbind
print(shared)  #: alive  # expect: ['apple']
print(sys.getrefcount(shared))  #: one-name  # expect: 2
again = [shared, shared]  #: held-twice
print(sys.getrefcount(shared))  #: three-holders  # expect: 4
