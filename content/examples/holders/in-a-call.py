import gc

def read():
    page = ['page']  #: make
    print(len(gc.get_referrers(page)))  #: alone  # expect: 0
    shelf = [page]  #: shelve
    print(len(gc.get_referrers(page)))  #: on-shelf  # expect: 1

read()  #: call
