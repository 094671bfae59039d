import threading

def place(page, number):
    lock.acquire()  #: acquire
    word = page[number]  #: find
    lock.release()  #: release
    return word  #: give

lock = threading.Lock()  #: lock
print(place(['tea'], 0), lock.locked())  #: found  # expect: tea False
try:
    place(['tea'], 1)  #: fail
except IndexError:
    print(lock.locked())  #: failed  # expect: True
