import sys
import threading

def tidy():
    shelf.clear()  #: clear

page = ['page']  #: make
shelf = [page]  #: shelve
print(sys.getrefcount(page))  #: before  # expect: 3
worker = threading.Thread(target=tidy)  #: worker
worker.start()  #: start
worker.join()  #: join
print(sys.getrefcount(page))  #: after  # expect: 2
del page  #: forget
print(shelf)  #: empty  # expect: []
