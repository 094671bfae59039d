import sys
import threading

def keep():
    shelf.append(page)  #: keep

page, shelf = ['page'], []  #: make
worker = threading.Thread(target=keep)  #: worker
worker.start()  #: start
worker.join()  #: join
print(sys.getrefcount(page))  #: after  # expect: 3
del page  #: forget
print(shelf)  #: still-there  # expect: [['page']]
shelf.clear()  #: clear
