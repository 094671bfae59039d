def add(item, basket=[]):  #: define
    basket.append(item)  #: append
    return basket  #: return


first = add('tea')  #: first
second = add('milk', [])  #: own-list
third = add('salt')  #: third
print(first)  #: shown  # expect: ['tea', 'salt']
print(second)  #: apart  # expect: ['milk']
print(first is third)  #: one-list  # expect: True
del first, third  #: forget
print(add('rice'))  #: still-there  # expect: ['tea', 'salt', 'rice']
