import sys
from collections import deque


class Job:
    made = 0

    def __init__(self, payload):
        Job.made += 1
        self.number = Job.made
        self.payload = payload

    def __repr__(self):
        return f'Job({self.number})'


def produce(items):
    for item in items:
        job = Job([item])
        yield job


def consume(queue, done):
    while True:
        job = yield len(queue)
        if job is None:
            break
        queue.append(job)
        if len(queue) == queue.maxlen:
            done.append(queue.popleft())


queue = deque(maxlen=3)
done = []
sink = consume(queue, done)
next(sink)
for job in produce('abcde'):
    waiting = sink.send(job)
    print(job, waiting, sys.getrefcount(job))
try:
    sink.send(None)
except StopIteration:
    print('closed')
print(done, list(queue))
done.clear()
print(sys.getrefcount(job))
