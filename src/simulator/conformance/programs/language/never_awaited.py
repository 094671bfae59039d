# A coroutine that is never awaited is spoken of when it dies, at exit too.


async def fetch(page):
    return page


async def other():
    return await fetch(1)


fetch(2)
waiting = fetch(3)
ring = [other()]
ring.append(ring)
print('end')
