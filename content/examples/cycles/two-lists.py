import gc

gc.collect()  #: clean-up
list1 = [0]  #: make-first
list2 = [1]  #: make-second
list1.append(list2)  #: there
list2.append(list1)  #: and-back
print(list1)  #: dots  # expect: [0, [1, [...]]]
print(gc.collect())  #: named  # expect: 0
del list1, list2  #: forget
print(gc.collect())  #: found  # expect: 2
