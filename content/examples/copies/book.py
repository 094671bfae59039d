import sys

page = ['text']  #: make
book = [page] * 5  #: book
print(sys.getrefcount(page))  #: one-book  # expect: 7
same = book  #: alias
print(sys.getrefcount(page))  #: two-names  # expect: 7
other = book[:]  #: slice
print(sys.getrefcount(page))  #: two-books  # expect: 12
