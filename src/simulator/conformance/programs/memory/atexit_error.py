# An exception in a function called at exit is reported; the others still run.
import atexit
def bad():
    raise ValueError('boom')
import sys
def counts(what):
    print(sys.getrefcount(what), sys.getrefcount(counts))
    raise KeyError(what)
held = []
atexit.register(counts, held)
print(sys.getrefcount(held), sys.getrefcount(counts))
atexit.register(print, 'first registered, last called')
atexit.register(bad)
print('end')
