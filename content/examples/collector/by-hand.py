import gc, sys

a = []  #: make-a
b = [a]  #: make-b
a.append(b)  #: ring
watched = [a, b]  #: watch
del a, b  #: forget
copies = {}
for one in watched:  #: each
    copies[id(one)] = sys.getrefcount(one) - 3  #: copy
print(list(copies.values()))  #: copied  # expect: [1, 1]
for one in watched:  #: again
    for held in gc.get_referents(one):  #: ask
        copies[id(held)] -= 1  #: subtract
print(list(copies.values()))  #: subtracted  # expect: [0, 0]
