import sys

item = ['lamp']  #: make
box = [item, item]  #: boxed
print(sys.getrefcount(item))  #: in-box  # expect: 4
record = {'first': item}  #: recorded
print(sys.getrefcount(item))  #: in-dict  # expect: 5
box.pop()  #: popped
print(sys.getrefcount(item))  #: after-pop  # expect: 4
del box  #: unboxed
print(sys.getrefcount(item))  #: after-del  # expect: 3
record = None  #: dropped
print(sys.getrefcount(item))  #: after-none  # expect: 2
