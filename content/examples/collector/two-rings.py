import gc

gc.collect()  #: clean-up
red, blue = ['red'], ['blue']  #: make-first
red.append(blue)  #: there
blue.append(red)  #: first
gold, grey = ['gold'], ['grey']  #: make-second
gold.append(grey)  #: there-too
grey.append(gold)  #: second
del red, blue, grey  #: forget
print(gc.collect())  #: one-ring  # expect: 2
print(gold)  #: alive  # expect: ['gold', ['grey', [...]]]
del gold  #: let-go
print(gc.collect())  #: other-ring  # expect: 2
