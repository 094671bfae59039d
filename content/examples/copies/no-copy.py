import copy

pair = ('tea', 'milk')  #: make
print(pair[:] is pair)  #: slice  # expect: True
print(copy.copy(pair) is pair)  #: shallow  # expect: True
print(copy.deepcopy(pair) is pair)  #: deep  # expect: True
cart = ('tea', ['milk'])  #: holds-list
print(copy.copy(cart) is cart)  #: shallow-cart  # expect: True
print(copy.deepcopy(cart) is cart)  #: deep-cart  # expect: False
