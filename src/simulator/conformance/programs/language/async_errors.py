# What cannot be awaited, and how Python says so.
class Nothing:
    pass


class NoNext:
    def __aiter__(self):
        return self


class BadNext(NoNext):
    def __anext__(self):
        return 3


class Returns:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value


class SyncOnly:
    def __enter__(self):
        pass

    def __exit__(self, *details):
        pass


class AsyncOnly:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *details):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 3

    def __aexit__(self, *details):
        pass


async def awaits(o):
    await o


async def loops(o):
    async for _ in o:
        pass


async def enters(o):
    async with o:
        pass


async def enters_sync(o):
    with o:
        pass


def attempt(coroutine):
    try:
        coroutine.send(None)
    except StopIteration:
        print('finished')
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, '|', error.__cause__)


for o in (3, None, 'x', Nothing(), Returns(3), Returns(iter(()))):
    attempt(awaits(o))
for o in ([], Nothing(), NoNext(), BadNext()):
    attempt(loops(o))
for o in (Nothing(), SyncOnly(), AsyncOnly(), NoExit(), NotAwaitable()):
    attempt(enters(o))
for o in (AsyncOnly(), Nothing()):
    attempt(enters_sync(o))
for call in (lambda: aiter([]), lambda: anext([]), lambda: aiter(3)):
    try:
        call()
    except TypeError as error:
        print(error)
c = awaits(Returns(iter(())))
try:
    list(c)
except TypeError as error:
    print(error)


def generator():
    yield from c


try:
    next(generator())
except TypeError as error:
    print(error)
c.close()


# What could not be awaited is let go when the exception is.
import sys

R = sys.getrefcount


async def keeps(x, o):
    await x


thing, other = Nothing(), Nothing()
for f in (awaits, loops, enters, keeps):
    c = f(thing, other) if f is keeps else f(thing)
    print(R(thing), R(other), R(c))
    try:
        c.send(None)
    except (TypeError, AttributeError) as error:
        print(f.__name__, R(thing), R(other), R(c), R(error))
        trace = error.__traceback__
    print(R(thing), R(c))
    del trace
    print(R(thing), R(other), R(c), c.cr_frame)
