import gc

gc.collect()  #: clean-up
gc.set_debug(gc.DEBUG_SAVEALL)  #: save
a, b = ['a'], ['b']  #: make
a.append(b)  #: there
b.append(a)  #: ring
leaf, kept = ['leaf'], ['kept']  #: hang
a.extend([leaf, kept])  #: hold
del a, b, leaf  #: forget
print(gc.collect())  #: found  # expect: 3
print([one[0] for one in gc.garbage])  #: names  # expect: ['a', 'b', 'leaf']
