import gc

gc.collect()  #: clean-up
a = ['a']  #: make-a
b = ['b', a]  #: make-b
a.append(b)  #: ring
c = ['c', a]  #: outside
del a, b  #: forget
print(gc.collect())  #: kept  # expect: 0
del c  #: let-go
print(gc.collect())  #: found  # expect: 2
