import weakref

def read():
    page = frozenset('text')  #: make
    pages.add(page)  #: count
    return 100 / 0  #: divide

pages = weakref.WeakSet()  #: weak-set
try:
    read()  #: call
except ZeroDivisionError as error:
    kept = error  #: keep
print(len(pages))  #: alive  # expect: 1
kept.__traceback__ = None  #: cut
print(len(pages), kept)  #: gone  # expect: 0 division by zero
