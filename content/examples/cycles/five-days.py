import gc

gc.collect()  #: clean-up
for day in range(5):  #: loop
    diary = ['dear diary']  #: write
    diary.append(diary)  #: itself
left, right = [], []  #: pair
left.append(right)  #: there
right.append(left)  #: and-back
del left, right  #: forget
print(gc.collect())  #: found  # expect: 6
