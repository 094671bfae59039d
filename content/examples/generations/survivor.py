import gc

gc.collect()  #: clean-up
old = ['old']  #: make-old
old.append(old)  #: old-ring
gc.collect(0)  #: survive
young = ['young']  #: make-young
young.append(young)  #: young-ring
del old, young  #: forget
print(gc.collect(0))  #: young-only  # expect: 1
print(gc.collect())  #: all  # expect: 1
