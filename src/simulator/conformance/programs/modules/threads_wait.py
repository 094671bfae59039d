# threading: threads that wait for one another. Each of them is waited for before anything is printed that depends on it.
import sys
import threading
import time

cond = threading.Condition()
queue = []


def producer(n):
    for i in range(n):
        with cond:
            queue.append(i)
            cond.notify()
        time.sleep(0.001)
    with cond:
        queue.append(None)
        cond.notify_all()


def consumer(got):
    while True:
        with cond:
            while not queue:
                cond.wait()
            item = queue.pop(0)
        if item is None:
            return
        got.append(item)


got = []
threads = [threading.Thread(target=consumer, args=(got,)), threading.Thread(target=producer, args=(5,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(got)

left, right = threading.Semaphore(1), threading.Semaphore(0)


def ball(mine, other, word, said):
    for _ in range(3):
        mine.acquire()
        said.append(word)
        other.release()


said = []
threads = [threading.Thread(target=ball, args=(left, right, 'ping', said)),
           threading.Thread(target=ball, args=(right, left, 'pong', said))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(said)

barrier = threading.Barrier(3)
order = []


def meet(n):
    order.append('came')
    barrier.wait()
    order.append('went')


threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order, barrier.n_waiting, barrier.broken, barrier.parties)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as e:
    print('broken', barrier.broken)
barrier.reset()
print(barrier.broken)

event = threading.Event()


def waits(said):
    said.append(event.wait(0.01))
    said.append(event.wait())


said = []
t = threading.Thread(target=waits, args=(said,))
t.start()
time.sleep(0.2)
print(said, t.is_alive())
event.set()
t.join()
print(said, t.is_alive(), event.is_set())
event.clear()
print(event.wait(0.001), event.is_set())

timer = threading.Timer(0.01, said.append, ['rang'])
timer.start()
timer.join()
cancelled = threading.Timer(5, said.append, ['never'])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(said)

# A worker that never waits by itself: it has to be interrupted.
done = False
turns = 0


def busy():
    global turns
    while not done:
        turns += 1


t = threading.Thread(target=busy)
t.start()
time.sleep(0.05)
done = True
t.join()
print(turns > 100, t.is_alive())

interval = sys.getswitchinterval()
sys.setswitchinterval(0.0001)
print(interval, round(sys.getswitchinterval(), 6))
try:
    sys.setswitchinterval(0)
except ValueError as e:
    print(e)
lock = threading.Lock()
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            old = total
            total = old + len([old])


threads = [threading.Thread(target=add, args=(300,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
sys.setswitchinterval(interval)

bounded = threading.BoundedSemaphore(2)
with bounded, bounded:
    print(bounded.acquire(blocking=False), bounded.acquire(timeout=0.001))
for wrong in (bounded.release, lambda: threading.Semaphore(-1), lambda: cond.notify(), lambda: cond.wait(),
              lambda: bounded.acquire(False, timeout=1)):
    try:
        wrong()
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)


def slow():
    time.sleep(0.3)


t = threading.Thread(target=slow, name='slow')
t.start()
t.join(0.01)
print(t.is_alive(), threading.active_count(), [x.name for x in threading.enumerate()])
t.join()
print(t.is_alive(), threading.active_count())
with cond:
    print(cond.wait_for(lambda: False, 0.01), cond.wait_for(lambda: 'at once'), cond.wait(0.001))
print(repr(bounded).split(' at ')[0], repr(event).split(': ')[1], repr(barrier).split(': ')[1])
print(repr(t).split(' ')[:2], repr(threading.main_thread()).split(',')[0])
