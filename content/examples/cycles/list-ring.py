import gc
import sys

gc.collect()  #: clean-up
a = []  #: make-a
b = [a]  #: b-holds-a
a.append(b)  #: a-holds-b
print(sys.getrefcount(a))  #: count-a  # expect: 3
print(sys.getrefcount(b))  #: count-b  # expect: 3
del a  #: forget-a
del b  #: forget-b
print(gc.collect())  #: collect  # expect: 2
