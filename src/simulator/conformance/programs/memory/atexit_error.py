# An exception in a function called at exit is reported; the others still run.
import atexit
def bad():
    raise ValueError('boom')
atexit.register(print, 'first registered, last called')
atexit.register(bad)
print('end')
