# _thread: locks as objects. What they refuse, how big they are, and that they can be referred to weakly.
import _thread
import gc
import sys
import threading
import weakref

lock, rlock = threading.Lock(), threading.RLock()
for o in lock, rlock:
    print(type(o), sys.getsizeof(o), gc.is_tracked(o), repr(o).split(' at ')[0].split(' owner')[0])
    print(weakref.ref(o)() is o, sys.getrefcount(o))
    print([name for name in ('acquire', 'acquire_lock', 'release', 'locked', '__enter__', '_is_owned') if hasattr(o, name)])
    for wrong in (lambda: o.release(), lambda: o.acquire(False, 3), lambda: o.acquire(True, -3),
                  lambda: o.acquire(1, 2, 3), lambda: o.acquire(nothing=1)):
        try:
            wrong()
        except (RuntimeError, ValueError, TypeError) as e:
            print(type(e).__name__, e)
    print(o.acquire(), o.acquire(False), repr(o).split(' ')[0])
    print(o.release(), repr(o).split(' ')[0])
    if o is rlock:
        o.release()
    with o as entered:
        print(entered, o.acquire(blocking=False))
        if o is rlock:
            o.release()

print(threading.Lock is _thread.allocate_lock, isinstance(lock, _thread.LockType), _thread.error is RuntimeError)
print(threading.TIMEOUT_MAX == _thread.TIMEOUT_MAX, _thread._count())
try:
    print(type(lock)().locked())
except TypeError as e:
    print(e)
rlock.acquire()
rlock.acquire()
print(rlock._is_owned(), rlock._recursion_count())
state = rlock._release_save()
print(state[0], rlock._is_owned(), rlock._recursion_count())
rlock._acquire_restore(state)
print(rlock._recursion_count())
rlock.release()
rlock.release()


class Mine(type(rlock)):
    kept = None

    def __del__(self):
        print('mine dies', self.kept == [self])


mine = Mine()
mine.kept = [mine]
del mine
print(gc.collect() > 0)
ref = weakref.ref(lock, lambda r: print('lock dies'))
del lock, o
print(ref())
