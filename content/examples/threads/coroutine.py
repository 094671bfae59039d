import asyncio
import sys

async def read(page):
    await asyncio.sleep(0)  #: wait

page = ['page']  #: make
reading = read(page)  #: call
print(sys.getrefcount(page))  #: held  # expect: 3
asyncio.run(reading)  #: run
print(sys.getrefcount(page))  #: done  # expect: 2
print(reading.cr_frame)  #: no-frame  # expect: None
