import sys

cup = ['cup']  #: make
before = sys.getrefcount(None)  #: before
row = [cup, None] * 5  #: five
after = sys.getrefcount(None)  #: after
print(sys.getrefcount(cup))  #: counted  # expect: 7
print(after - before)  #: not-counted
# expect[-3.11]: 5
# expect[3.12-]: 0
print(after > 1_000_000)  #: very-large
# expect[-3.11]: False
# expect[3.12-]: True
