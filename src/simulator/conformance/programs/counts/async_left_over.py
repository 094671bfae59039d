# What asyncio.run cancels at its end is gone before it is over, where the frames of its coroutines hold nothing else.
import asyncio
import sys

rc = sys.getrefcount


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


async def things():
    thing = Thing('of a generator')
    try:
        yield rc(thing)
    finally:
        print('leaving')


async def waiting():
    thing = Thing('of a task')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(rc(thing), rc(error))
        raise
    finally:
        print('left')


async def failing():
    thing = Thing('of a failed task')
    await asyncio.sleep(0)
    raise ValueError(rc(thing))


async def leave_generator():
    agen = things()
    print(await agen.__anext__())


async def leave_task():
    asyncio.create_task(waiting())
    await asyncio.sleep(0)


async def wait_for_failed():
    try:
        await asyncio.create_task(failing())
    except ValueError as error:
        print(rc(error), error.args, error.__traceback__.tb_next is None)


for main in leave_generator, leave_task, wait_for_failed:
    asyncio.run(main())
    print('run over')
