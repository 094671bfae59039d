import sys, threading

def read(page):
    arrived.set()  #: arrive
    ready.wait()  #: wait
    page.append('read')  #: read

arrived, ready, page = threading.Event(), threading.Event(), ['page']  #: make
worker = threading.Thread(target=read, args=(page,))  #: hand-over
worker.start()  #: start
arrived.wait()  #: meet
print(sys.getrefcount(page))  #: waiting  # expect: 4
ready.set()  #: set
worker.join()  #: join
print(sys.getrefcount(page))  #: after  # expect: 2
