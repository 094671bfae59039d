# What a callback of the loop is called with: held by its handle, and by the call itself.
import asyncio
import sys

rc = sys.getrefcount


class Thing:
    def __del__(self):
        print('del')


def callback(*args):
    print('callback', rc(args), [rc(arg) for arg in args])


def one(arg):
    print('one', rc(arg))


async def main():
    loop = asyncio.get_running_loop()
    thing = Thing()
    handles = [loop.call_soon(callback, thing, thing), loop.call_soon(one, thing)]
    handles.append(loop.call_soon(lambda x: print('lambda', rc(x)), thing))
    handles.append(loop.call_later(0.001, one, thing))
    print(rc(thing), len(handles))
    await asyncio.sleep(0.01)
    print(rc(thing))
    handles.clear()
    print(rc(thing))
    cancelled = loop.call_soon(one, thing)
    print(rc(thing))
    cancelled.cancel()
    print(rc(thing), cancelled.cancelled())
    future = loop.create_future()
    future.add_done_callback(lambda f: print('done', rc(f.result())))
    future.set_result(thing)
    print(rc(thing), (await future) is thing)
    del future
    print(rc(thing))
    loop.call_soon(one, Thing())
    del thing
    await asyncio.sleep(0)
    print('over')


asyncio.run(main())
