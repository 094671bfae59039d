# threading: locks nobody else holds, and threads that are waited for one after the other.
import sys
import threading

lock = threading.Lock()


class Thing:
    def __del__(self):
        print('thing dies, lock held:', lock.locked())


def careful(fail):
    lock.acquire()
    try:
        thing = Thing()
        print('held:', lock.locked())
        if fail:
            raise ValueError('inside')
        return 'through'
    finally:
        lock.release()


print(careful(False), lock.locked())
try:
    careful(True)
except ValueError as e:
    print(e, lock.locked())

with lock as got:
    print(got, lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
print(lock.locked(), repr(lock).split(' at ')[0])
try:
    lock.release()
except RuntimeError as e:
    print(e)

again = threading.RLock()
with again:
    with again:
        print(repr(again).split(' ')[0])
try:
    again.release()
except RuntimeError as e:
    print(e)

results = []


def work(n, *, scale=1):
    with lock:
        results.append((n * scale, threading.current_thread().name))


threads = [threading.Thread(target=work, args=(n,), kwargs={'scale': 10}) for n in range(3)]
print(threads[0].is_alive(), threads[0].name, threads[0].daemon)
for t in threads:
    t.start()
    t.join()
print(results, [t.is_alive() for t in threads], threading.active_count(), threading.current_thread().name)


class Own(threading.Thread):
    def run(self):
        print('in', self.name, self is threading.current_thread(), threading.main_thread() is self)


own = Own(name='own', daemon=True)
own.start()
own.join()
for bad in (own.start, lambda: threading.Thread().join(), threading.current_thread().join):
    try:
        bad()
    except RuntimeError as e:
        print(e)

event = threading.Event()
print(event.is_set(), event.wait(0.01))
t = threading.Thread(target=event.set)
t.start()
t.join()
print(event.wait(), event.is_set())

data = threading.local()
data.x = 1


def other():
    print(hasattr(data, 'x'))
    data.x = 2


t = threading.Thread(target=other)
t.start()
t.join()
print(data.x)


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name='failing')
t.start()
t.join()
thing = Thing()
t = threading.Thread(target=lambda thing: None, args=(thing,))
del thing
t.start()
t.join()
R = sys.getrefcount
kept, order = [], []


def watches(x, y=None):
    order.append((R(x), R(y), R(kept)))


t = threading.Thread(target=watches, args=(kept,), kwargs={'y': kept})
print(R(kept), R(t) > 1, R(watches))
t.start()
t.join()
print(R(kept), R(watches), order)
del t
print(R(kept), R(watches))
local = threading.local()
local.kept = kept
print(R(local), R(kept))
with lock as entered:
    print(entered, R(lock), R(kept))
del local
print(R(kept), R(lock))
print('end')
