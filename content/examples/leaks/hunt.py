import functools
import weakref

class Train:
    def __init__(self, number):
        self.number = number  #: number

@functools.lru_cache(maxsize=None)  #: cache
def doors(train):  #: head
    return 12 // train.number  #: doors

def arrive(number):
    train = Train(number)  #: arrive
    trains.add(train)  #: count
    try:
        print(doors(train))  #: ask
    except ZeroDivisionError as error:
        failed.append(error)  #: fail
    later.append(lambda: train.number)  #: later

trains, failed, later = weakref.WeakSet(), [], []  #: empty
arrive(2)  #: first  # expect: 6
arrive(0)  #: second
print([call() for call in later])  #: called  # expect: [2, 0]
print(len(failed))  #: failures  # expect: 1
print(len(trains))  #: hunt  # expect: 2
