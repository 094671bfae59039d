# How threads end: what they held goes in their own thread, locals of a thread go with it, daemons are left alone.
import _thread
import gc
import sys
import threading
import time
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'dies in the main thread:', threading.get_ident() == main)


def work(thing):
    mine = Thing('local')
    ring = Thing('ring')
    ring.me = ring
    data.kept = Thing('of the thread')
    print('work is done')


gc.disable()
main = threading.get_ident()
data = threading.local()
data.kept = Thing('of the main thread')
t = threading.Thread(target=work, args=(Thing('argument'),), name='worker')
t.start()
t.join()
print('joined', gc.collect() > 0)
print(data.kept.name)


def collects():
    ring = Thing('second ring')
    ring.me = ring
    del ring
    gc.collect()
    print('collected')


t = threading.Thread(target=collects, name='collector')
t.start()
t.join()


def fails(thing):
    raise ValueError('in a thread')


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
t = threading.Thread(target=fails, args=(Thing('failing'),), name='fails')
t.start()
t.join()
t = threading.Thread(target=sys.exit, args=('ignored',))
t.start()
t.join()


class Local(threading.local):
    def __init__(self, start):
        self.n = start


counter = Local(5)
counter.n += 1


def counts(said):
    said.append(counter.n)
    counter.n = 0
    said.append(sorted(counter.__dict__))


said = []
t = threading.Thread(target=counts, args=(said,))
t.start()
t.join()
print(said, counter.n, counter.__dict__)
ref = weakref.ref(data.kept)
del data
print(ref() is None)

finished = threading.Lock()
finished.acquire()


def low(*args, **kwargs):
    print(args, kwargs, threading.get_ident() == main)
    finished.release()
    _thread.exit()


print(_thread.start_new_thread(low, (1, 2), {'three': 3}) != _thread.get_ident())
finished.acquire()
time.sleep(0.1)
for wrong in (lambda: _thread.start_new_thread(5, ()), lambda: _thread.start_new_thread(low, []),
              lambda: _thread.start_new_thread(low, (), 5)):
    try:
        wrong()
    except TypeError as e:
        print(e)


def for_ever():
    while True:
        time.sleep(10)


threading.Thread(target=for_ever, daemon=True).start()


def late(thing):
    time.sleep(0.2)
    print('late', threading.main_thread().name)


threading.Thread(target=late, args=(Thing('of the last'),), name='late').start()
end = Thing('end')
print('main is over')
