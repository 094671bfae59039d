import sys
import threading

def read(page):
    page.append('read')  #: read

page = ['page']  #: make
worker = threading.Thread(target=read, args=(page,))  #: hand-over
print(sys.getrefcount(page))  #: before  # expect: 3
worker.start()  #: start
worker.join()  #: join
print(sys.getrefcount(page))  #: after  # expect: 2
print(page)  #: same  # expect: ['page', 'read']
