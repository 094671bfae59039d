import sys


def look(thing):
    print(sys.getrefcount(thing))  #: inside


box = []  #: make
print(sys.getrefcount(box))  #: before
look(box)  #: call
print(sys.getrefcount(box))  #: after
# expect: 2
# expect[-3.13]: 3
# expect[3.14-]: 2
# expect: 2
