# What aclose(), athrow() and asend() gave is dropped while the generator waits: only one that nobody awaited is warned of.
import types


@types.coroutine
def pause():
    yield 'paused'


async def things():
    try:
        yield 1
    finally:
        print('leaving')
        await pause()
        print('left')


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


async def failing():
    try:
        await pause()
    finally:
        raise ValueError('while closed')


def started(make=things):
    agen = make()
    try:
        agen.__anext__().send(None)
    except StopIteration as end:
        print(end.value)
    return agen


for method, *args in ('aclose',), ('athrow', KeyError), ('asend', None):
    for start, how in ('send', None), ('throw', ValueError):
        agen = started()
        waiting = getattr(agen, method)(*args)
        print(method, start, getattr(waiting, start)(how))
        del waiting
        print('dropped')
        del agen
    agen = started()
    print(method, 'never')
    getattr(agen, method)(*args)
    del agen
agen = started(stubborn)
del agen
coroutine = failing()
print(coroutine.send(None))
del coroutine
