import asyncio

async def work(name, delay):
    print('start', name)
    await asyncio.sleep(delay)
    print('end', name)
    return name.upper()

async def main():
    task = asyncio.create_task(work('b', 2))
    print(await asyncio.gather(work('a', 0.1), work('c', 0)))
    print(await task)
    q = asyncio.Queue()
    await q.put(1)
    print(await q.get(), q.empty())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.1)
    except asyncio.TimeoutError:
        print('timeout')

asyncio.run(main())

import sys

R = sys.getrefcount

async def hold(thing, queue):
    print('hold', R(thing))
    await asyncio.sleep(0)
    await queue.put(thing)
    print('put', R(thing))
    return thing

async def counts():
    thing, queue = [], asyncio.Queue()
    print((await hold(thing, queue)) is thing, R(thing))
    got = await queue.get()
    print(R(got), got is thing)
    del got
    task = asyncio.create_task(hold(thing, queue))
    await task
    print(task.result() is thing, R(thing))
    del task
    print(R(await queue.get()), R(thing))
    both = await asyncio.gather(hold(thing, queue), hold(thing, queue))
    print(R(both), R(thing))
    both = None
    while not queue.empty():
        queue.get_nowait()
    print(R(thing))

asyncio.run(counts())
