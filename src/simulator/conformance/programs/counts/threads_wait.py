# What threads hold while they wait: their frames, what they were given, the locks and events they wait for.
import sys
import threading
import time
R = sys.getrefcount


class Part:
    def work(self, x):
        arrived.set()
        go.wait()
        counts.append((R(self), R(x)))


class Own(threading.Thread):
    def __init__(self, x):
        super().__init__()
        self.x = x

    def run(self):
        arrived.set()
        go.wait()
        counts.append((R(self.x), R(self.run)))


def waits(x):
    arrived.set()
    go.wait()
    counts.append((R(x), R(waits)))


def locked(x):
    arrived.set()
    with lock:
        counts.append((R(x), R(lock)))


def asked(x):
    arrived.set()
    lock.acquire()
    counts.append((R(x), R(lock)))
    lock.release()


def told(x):
    with cond:
        arrived.set()
        cond.wait()
        counts.append((R(x), R(cond)))


def sleeps(x):
    arrived.set()
    time.sleep(0.2)
    counts.append((R(x), R(sleeps)))


arrived, go, lock, cond = threading.Event(), threading.Event(), threading.Lock(), threading.Condition()
counts, kept, part = [], object(), Part()


def over(t):
    t.join()
    print('  over', R(kept), R(t), R(part), R(lock), counts)
    counts.clear()
    arrived.clear()
    go.clear()


for target in waits, part.work:
    t = threading.Thread(target=target, args=(kept,))
    print(R(kept), R(target), R(t))
    t.start()
    arrived.wait()
    time.sleep(0.1)
    print('  waiting', R(kept), R(target), R(part), R(go), R(arrived))
    go.set()
    over(t)
for target in locked, asked:
    lock.acquire()
    t = threading.Thread(target=target, args=(kept,))
    t.start()
    arrived.wait()
    time.sleep(0.1)
    print('  waiting', R(kept), R(target), R(lock))
    lock.release()
    over(t)
t = threading.Thread(target=told, args=(kept,))
t.start()
arrived.wait()
with cond:
    print('  waiting', R(kept), R(told), R(cond))
    cond.notify()
over(t)
t = threading.Thread(target=sleeps, args=(kept,))
t.start()
arrived.wait()
print('  asleep', R(kept), R(sleeps))
over(t)
t = Own(kept)
t.start()
arrived.wait()
time.sleep(0.1)
print('  waiting', R(kept), R(t.x), R(go))
go.set()
over(t)
