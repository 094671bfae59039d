# weakref.finalize: a function that runs when an object dies, or at exit, once.
import gc
import sys
import weakref


class File:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'File({self.name})'


def close(name, *, quiet=False):
    print('closing', name, quiet)
    return name.upper()


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print('TypeError:', error)


one = File('one')
closer = weakref.finalize(one, close, 'one', quiet=True)
print(closer.alive, closer.atexit, closer.peek() == (one, close, ('one',), {'quiet': True}), sys.getrefcount(one) >= 1)
print(weakref.getweakrefcount(one))
del one
print(closer.alive, closer(), closer.peek(), closer.detach(), closer.atexit)

two = File('two')
closer = weakref.finalize(two, close, 'two')
print(closer(), closer(), closer.alive)
del two

three = File('three')
closer = weakref.finalize(three, close, 'three')
print(closer.detach()[2:], closer.alive, closer())
del three

ring = File('ring')
ring.me = ring
closer = weakref.finalize(ring, print, 'found by the collector')
del ring
print(closer.alive)
gc.collect()
print(closer.alive)

attempt(lambda: weakref.finalize())
attempt(lambda: weakref.finalize(close))
attempt(lambda: weakref.finalize(5, close))

left = File('left')
weakref.finalize(left, print, 'first registered')
weakref.finalize(left, print, 'second registered')
quiet = weakref.finalize(left, print, 'never')
quiet.atexit = False
weakref.finalize(left, lambda: print('at exit the module is still there:', left))
print('end')
