leaf = ['leaf']  #: leaf
branch = [leaf]  #: branch
tree = [branch, ['nest']]  #: tree
del branch  #: unname
print(tree)  #: whole  # expect: [[['leaf']], ['nest']]
tree.clear()  #: clear
print(leaf)  #: left  # expect: ['leaf']
