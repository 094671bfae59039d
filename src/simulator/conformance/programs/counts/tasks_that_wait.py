# Who holds a task, and what it waits for: a lock, an event, a queue, a future, a gather; and the frames of what failed.
import asyncio
import sys

count = sys.getrefcount


async def slow():
    for i in range(3): await asyncio.sleep(0)


async def fail():
    await asyncio.sleep(0)
    raise ValueError('x')


def frames(e):
    names, tb = [], e.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return names


async def gathered():
    a, b = asyncio.create_task(slow()), asyncio.create_task(fail())
    try:
        await asyncio.gather(a, b)
    except ValueError as e:
        print('gather', count(a), count(b), count(e), frames(e))
    print(count(a), count(b))
    await a
    print(count(a), count(b))
    try:
        await b
    except ValueError as e:
        print('again', count(b), count(e), frames(e))


async def waited():
    task = asyncio.create_task(slow())
    print(count(task))
    await task
    print('waited', count(task))
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print('event', count(event), count(task))
    event.set()
    print(await task, count(event), count(task))
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print('lock', count(lock), count(task))
    lock.release()
    print(await task, count(lock), count(task))
    queue, item = asyncio.Queue(1), [1]
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print('get', count(queue), count(task))
    task.cancel()
    await asyncio.sleep(0)
    await queue.put(item)
    task = asyncio.create_task(queue.put(item))
    await asyncio.sleep(0)
    print('put', count(queue), count(task), count(item))
    await queue.get()
    await task
    print(count(queue), count(task), count(item))


async def shared():
    future = asyncio.get_running_loop().create_future()

    async def wait():
        return await future
    tasks = [asyncio.create_task(wait()) for i in range(3)]
    await asyncio.sleep(0)
    print('shared', [count(t) for t in tasks], count(future))
    future.set_result(1)
    await asyncio.sleep(0)
    print([count(t) for t in tasks], count(future))
    print(await asyncio.gather(*tasks), [count(t) for t in tasks], count(future))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError(1))
    try:
        await future
    except KeyError as e:
        print('future', frames(e), count(e), count(future))
    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print('cancelled', frames(e), count(e), count(task))
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as e:
        print(frames(e))


for part in gathered, waited, shared:
    asyncio.run(part())
