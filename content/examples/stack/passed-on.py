import sys


def inner(thing):
    print(sys.getrefcount(thing))  #: deep


def outer(thing):
    inner(thing)  #: pass-on


box = []  #: make
outer(box)  #: call
# expect[-3.13]: 4
# expect[3.14.0-]: 2
print(sys.getrefcount(box))  #: after  # expect: 2
