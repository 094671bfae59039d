# the generator object itself
import sys
def g(): yield
it = g()
print(sys.getrefcount(it)); next(it); print(sys.getrefcount(it))
