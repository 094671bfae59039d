import sys

tea = ['tea']  #: make
print(sys.getrefcount(tea))  #: alone  # expect: 2
print([tea, sys.getrefcount(tea)][1])  #: beside-one  # expect: 3
print([tea, tea, sys.getrefcount(tea)][2])  #: beside-two  # expect: 4
print([sys.getrefcount(tea), tea][0])  #: too-early  # expect: 2
print(sys.getrefcount(tea))  #: after  # expect: 2
