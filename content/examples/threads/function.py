import gc, sys, threading

def read():  #: make
    return 'page'

def work():
    read()  #: worker-calls

read()  #: main-calls
worker = threading.Thread(target=work)  #: worker
worker.start()  #: start
worker.join()  #: join
print(sys.getrefcount(read))  #: after  # expect: 2
del read  #: forget
gc.collect()  #: collect
