import sys, threading

def place(page, number):
    lock.acquire()  #: acquire
    try:
        return page[number]  #: find
    finally:
        lock.release()  #: release

lock, page = threading.Lock(), ['tea']  #: make
try:
    place(page, 1)  #: fail
except IndexError:
    print(sys.getrefcount(page))  #: failed  # expect: 3
print(lock.locked())  #: after  # expect: False
