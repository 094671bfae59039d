def change(items):
    items.append(4)  #: append
    items = []  #: rebind
    items.append(5)  #: own


numbers = [1, 2, 3]  #: make
change(numbers)  #: call
print(numbers)  #: shown  # expect: [1, 2, 3, 4]
