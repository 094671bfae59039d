# A coroutine that is never awaited is spoken of when it dies, at exit too.


async def fetch(page):
    return page


async def other():
    return await fetch(1)


fetch(2)
waiting = fetch(3)
ring = [other()]
ring.append(ring)
import sys

R = sys.getrefcount


class Page:
    pass


page = Page()
lost = fetch(page)
print(R(page), R(lost))
del lost
print(R(page))
fetch([page])
print(R(page), [R(fetch(page)) for i in range(2)], R(page))
print('end')
