# A thread holds its function and arguments until they have run; locks, events, conditions and queues of asyncio.
import asyncio
import sys
import threading
R = sys.getrefcount
def target(x, k=None):
    seen.append((R(x), k and R(k), R(threading.current_thread()) > 2))
class Mine(threading.Thread):
    def __init__(self, x):
        super().__init__()
        self.x = x
    def run(self):
        seen.append((R(self) > 2, R(self.x)))
def told(*what):
    print(*what, seen, R(v), R(target))
    seen.clear()
seen, v = [], [1]
for i in range(2):
    t = threading.Thread(target=target, args=(v,), kwargs={'k': v})
    told(R(t))
    t.start()
    t.join()
    told(R(t), t.is_alive())
t = Mine(v)
t.start()
t.join()
told(R(t), R(t.x))
del t
lock = threading.Lock()
with lock as got:
    told(R(lock), got)
r = threading.RLock()
with r, r:
    told(R(r))
told(R(r))
async def child(x):
    seen.append((R(x), R(asyncio.current_task()) > 2))
    await asyncio.sleep(0)
    return x
async def main(v):
    c = child(v)
    told(R(c))
    t = asyncio.create_task(c)
    del c
    got = await t
    told(R(got), t.done(), t.result() is v)
    many = await asyncio.gather(child(v), child([v]))
    told(R(many), R(many[0]), R(many[1]))
    del many, got, t
    q = asyncio.Queue()
    await q.put(v)
    told(R(q), q.qsize())
    x = await q.get()
    told(R(x), q.empty())
    try:
        await asyncio.wait_for(asyncio.sleep(9), 0.01)
    except asyncio.TimeoutError as error:
        told(R(error))
    async with asyncio.Lock() as nothing:
        told(nothing)
    return [x]
result = asyncio.run(main(v))
told(R(result))
del result
told()
