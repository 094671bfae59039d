import weakref

class Page:
    pass

def share(total, readers):
    return total / readers  #: divide

def read():
    page = Page()  #: make
    pages.add(page)  #: count
    return share(100, 0)  #: share

pages = weakref.WeakSet()  #: weak-set
try:
    read()  #: call
except ZeroDivisionError as error:
    kept = error  #: keep
print(len(pages))  #: alive  # expect: 1
kept.__traceback__ = None  #: cut
print(len(pages), kept)  #: gone  # expect: 0 division by zero
