# Who holds what while coroutines wait.
from sys import getrefcount


class Thing:
    def __del__(self):
        print('thing dies')


class Suspend:
    def __await__(self):
        yield


async def holds(thing):
    print('inside', getrefcount(thing))
    await Suspend()
    print('resumed', getrefcount(thing))
    return thing


async def outer(thing):
    result = await holds(thing)
    print('back', getrefcount(result))


thing = Thing()
c = outer(thing)
print(getrefcount(thing), getrefcount(c))
c.send(None)
print('waiting', getrefcount(thing))
try:
    c.send(None)
except StopIteration:
    print('done', getrefcount(thing))
del c
c = outer(thing)
c.send(None)
print('waiting', getrefcount(thing))
del c
print('dropped', getrefcount(thing))


async def gives(thing):
    yield thing
    yield thing


g = gives(thing)
step = g.__anext__()
print(getrefcount(g), getrefcount(thing))
try:
    step.send(None)
except StopIteration as stop:
    print(getrefcount(thing))
print(getrefcount(thing))
del step, g
print(getrefcount(thing))
del thing
