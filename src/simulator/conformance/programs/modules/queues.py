# queue: what one thread puts in and another one takes out.
import queue
import sys
import threading
import time

R = sys.getrefcount


class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __del__(self):
        print('job', self.n, 'dies')


def work(jobs, done):
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            return
        done.append(job.n)
        del job
        jobs.task_done()


jobs, done = queue.Queue(), []
worker = threading.Thread(target=work, args=(jobs, done))
worker.start()
for n in range(3):
    jobs.put(Job(n))
jobs.join()
time.sleep(0.1)
print(done, jobs.unfinished_tasks, R(jobs), R(done))
jobs.put(None)
worker.join()
print(R(jobs), R(done), jobs.empty(), jobs.qsize(), jobs.full())

small = queue.Queue(maxsize=1)
kept = object()
small.put(kept)
print(R(kept), small.full())
for full in (lambda: small.put(5, block=False), lambda: small.put_nowait(5), lambda: small.put(5, timeout=0.01)):
    try:
        full()
    except queue.Full as e:
        print(type(e), repr(e))
print(small.get() is kept, R(kept))
for empty in (small.get_nowait, lambda: small.get(False), lambda: small.get(timeout=0.01)):
    try:
        empty()
    except queue.Empty as e:
        print(type(e), repr(e))
for wrong in (lambda: small.get(timeout=-1), small.task_done, small.task_done):
    try:
        print(wrong())
    except ValueError as e:
        print(e)


def fill(q, said):
    for n in range(3):
        q.put(n)
        said.append(n)


said = []
filler = threading.Thread(target=fill, args=(small, said))
filler.start()
time.sleep(0.1)
print(said, small.full())
print([small.get() for _ in range(3)])
filler.join()
print(said, small.full())

heap, stack, simple = queue.PriorityQueue(), queue.LifoQueue(), queue.SimpleQueue()
for q in heap, stack, simple:
    for n in 2, 0, 1:
        q.put(n)
    print(type(q).__name__, [q.get() for _ in range(3)], q.empty(), q.qsize())
job = Job(9)
heap.put(job)
heap.put(Job(8))
print(R(job))
del job
print(heap.get().n, heap.get().n)


def ask(q, said):
    said.append(q.get())
    try:
        q.get(timeout=0.05)
    except queue.Empty:
        said.append('nothing')


said = []
asker = threading.Thread(target=ask, args=(simple, said))
asker.start()
time.sleep(0.02)
simple.put(kept)
asker.join()
print(said[0] is kept, said[1], R(kept), R(simple))
if hasattr(queue, 'ShutDown'):
    closed = queue.Queue()
    closed.put(1)
    closed.shutdown()
    print(closed.get(), closed.is_shutdown)
    for wrong in (lambda: closed.put(2), closed.get):
        try:
            wrong()
        except queue.ShutDown as e:
            print(type(e), repr(e))
print(queue.__all__ == ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue'] or queue.__all__)
