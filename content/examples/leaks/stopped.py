import pdb
import sys

def share(basket, people):
    return len(basket) / people  #: divide

basket = ['tea', 'milk']  #: make
try:
    pdb.set_trace()  #: stop
    share(basket, 0)  #: call
except ZeroDivisionError as error:
    kept = error  #: keep
print(sys.getrefcount(basket))  #: held  # expect: 3
kept.__traceback__ = None  #: cut
print(sys.getrefcount(basket))  #: let-go  # expect: 2
