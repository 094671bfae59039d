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
