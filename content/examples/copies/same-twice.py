import copy
import sys

leaf = ['leaf']  #: make
tree = [leaf, leaf]  #: twice
twin = copy.deepcopy(tree)  #: deep
print(twin[0] is leaf)  #: own  # expect: False
print(twin[0] is twin[1])  #: one  # expect: True
print(sys.getrefcount(twin[0]))  #: counted  # expect: 3
print(sys.getrefcount(leaf))  #: leaf-count  # expect: 4
twin.clear()  #: clear
