# What is printed of an uncaught exception may run Python, and that may fail.
import sys


class Liar:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(self)
    def __repr__(self): return 5


liar = Liar()
print(sys.getrefcount(liar))
try:
    next(liar)
except StopIteration as e:
    print(sys.getrefcount(liar), sys.getrefcount(e))
    print(e)
