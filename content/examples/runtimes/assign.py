import sys

menu = ['tea', 'cake']  #: make
copy = menu  #: assign
print(sys.getrefcount(menu))  #: count  # expect: 3
copy.append('milk')  #: change
print(menu)  #: same-list  # expect: ['tea', 'cake', 'milk']
print(copy is menu)  #: identity  # expect: True
