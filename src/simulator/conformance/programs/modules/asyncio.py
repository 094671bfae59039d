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
