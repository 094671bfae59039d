import sys
import tracemalloc

class Wide: pass
class Slim: __slots__ = ('x', 'y')

def weigh(kind):
    tracemalloc.start()  #: start
    thing = kind()  #: make
    thing.x, thing.y = 1, 2  #: fill
    taken = tracemalloc.get_traced_memory()[0]  #: taken
    tracemalloc.stop()
    return sys.getsizeof(thing), taken  #: return
print(weigh(Slim))  #: slim  # expect: (48, 48)
print(weigh(Wide))  #: wide
# expect[-3.11]: (56, 320)
# expect[3.12]: (48, 312)
# expect[3.13-]: (48, 328)
