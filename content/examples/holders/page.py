import gc, sys

page = ['page']  #: make
same = page  #: alias
shelf = [page, page]  #: shelve
print(sys.getrefcount(page))  #: references  # expect: 5
holders = gc.get_referrers(page)  #: ask
print(len(holders))  #: holders  # expect: 2
print(shelf in holders)  #: the-shelf  # expect: True
print(globals() in holders)  #: the-names  # expect: True
print(gc.get_referents(shelf) == [page, page])  #: leads-to  # expect: True
