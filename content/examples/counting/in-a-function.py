import sys


def ask():
    box = []  #: local
    print(sys.getrefcount(box))  #: in-function


box = []  #: global
print(sys.getrefcount(box))  #: in-module
# expect: 2
ask()
# expect[-3.13]: 2
# expect[3.14.0-]: 1
print(sys.getrefcount(None) > 1_000_000)  #: immortal
# expect[3.11]: False
# expect[3.12-]: True
