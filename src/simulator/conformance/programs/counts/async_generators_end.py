# An asynchronous generator that is left half used: the loop hears of its first value, and ends it a turn later when
# nobody holds it any more. What is left when the loop ends is closed by it.
import asyncio
import sys
import weakref

rc = sys.getrefcount


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


async def things(name):
    held = Thing(f'held by {name}')
    try:
        for i in range(3):
            yield Thing(f'{name}{i}')
    finally:
        print('leaving', name, rc(held))
        await asyncio.sleep(0)
        print('left', name)


async def half(name):
    async for thing in things(name):
        print(thing.name, rc(thing))
        break
    print('broken off')


async def main():
    global kept
    await half('a')
    print('back')
    await asyncio.sleep(0)
    print('one turn')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    agen = things('b')
    print(rc(agen), weakref.getweakrefcount(agen))
    first = await agen.__anext__()
    print(rc(agen), weakref.getweakrefcount(agen), first.name)
    await agen.aclose()
    print('closed', rc(agen), agen.ag_frame)
    del agen, first
    unused = things('unused')
    del unused
    print([t.name async for t in things('c')])
    await half('d')
    kept = things('kept')
    await kept.asend(None)


asyncio.run(main())
print('run', rc(kept), kept.ag_frame)
agen = things('outside')
try:
    agen.asend(None).send(None)
except StopIteration as end:
    print(end.value.name)
