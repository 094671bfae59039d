# Asynchronous generators, async for and async with, driven by hand.
def run(coroutine):
    try:
        while True:
            print('  waits:', coroutine.send(None))
    except StopIteration as stop:
        return stop.value


class Tick:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield f'tick {self.n}'
        return self.n


async def numbers(n):
    print('begins')
    try:
        for i in range(n):
            yield await Tick(i)
    finally:
        print('ends')


async def collect():
    found = []
    async for x in numbers(3):
        found.append(x)
    else:
        print('else')
    return found


print(run(collect()))


async def comprehension():
    return [x * 2 async for x in numbers(2) if x], {x async for x in numbers(1)}


print(run(comprehension()))


async def expression():
    g = (x + 1 async for x in numbers(2))
    print(type(g).__name__)
    return [x async for x in g]


print(run(expression()))


async def leave_early():
    g = numbers(5)
    async for x in g:
        break
    print('left')
    await g.aclose()
    print('closed')
    return [x async for x in g]


print(run(leave_early()))


async def echo():
    received = []
    while True:
        try:
            got = yield len(received)
            received.append(got)
        except ValueError as error:
            received.append(repr(error))
        if len(received) == 3:
            print(received)
            return


async def talk():
    e = echo()
    print(await e.asend(None))
    print(await e.asend('one'))
    print(await e.athrow(ValueError('two')))
    try:
        await e.asend('three')
    except StopAsyncIteration as stop:
        print('stopped', stop.args)
    return await anext(e, 'default')


print(run(talk()))


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        await Tick('enter')
        return 'entered'

    async def __aexit__(self, kind, error, traceback):
        await Tick('exit')
        print('exit with', kind and kind.__name__, error)
        return self.swallow


async def managed():
    async with Manager(False) as value:
        print(value)
    async with Manager(True):
        raise KeyError('swallowed')
    try:
        async with Manager(False), Manager(False):
            raise KeyError('passes')
    except KeyError as error:
        return repr(error)


print(run(managed()))


class Counter:
    def __init__(self, stop):
        self.n = 0
        self.stop = stop

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n >= self.stop:
            raise StopAsyncIteration
        self.n += 1
        await Tick(self.n)
        return self.n


async def count():
    total = 0
    async for n in Counter(3):
        if n == 2:
            continue
        total += n
    c = Counter(1)
    return total, await anext(c), await anext(c, 'over')


print(run(count()))


async def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def closes_badly():
    g = bad()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


run(closes_badly())


async def raises():
    yield 1
    raise StopAsyncIteration


async def outer():
    try:
        async for _ in raises():
            pass
    except RuntimeError as error:
        print(error, repr(error.__cause__))


run(outer())
g = numbers(1)
print(type(g).__name__, g.__name__, g.ag_running, g.ag_frame.f_lineno, g.ag_code.co_name, g.ag_await)
step = g.__anext__()
print(type(step).__name__, type(g.aclose()).__name__ if False else 'async_generator_athrow')
print(step.send(None))
print(g.ag_running)
try:
    g.asend(None).send(None)
except RuntimeError as error:
    print(error)
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    step.send(None)
except RuntimeError as error:
    print(error)
del g, step
print('end')


# What is sent, yielded and thrown, counted.
import sys

R = sys.getrefcount


class Item:
    pass


async def relay(x):
    try:
        while True:
            print('inside', R(x))
            got = yield x
            print('got', R(got), R(x))
    except KeyError as error:
        print('caught', R(error), R(error.args[0]))
        yield error.args[0]
    finally:
        print('finally', R(x))


async def counted(x, y):
    g = relay(x)
    print(R(x), R(g))
    step = g.asend(None)
    print(R(g), R(step))
    first = await step
    print(R(g), R(first), R(x), R(step))
    del step, first
    print((await g.asend(y)) is x, R(y), R(x))
    print((await g.athrow(KeyError(y))) is y, R(y))
    await g.aclose()
    print(R(x), R(y), R(g))
    return await anext(g, y) is y, R(y)


x, y = Item(), Item()
print(run(counted(x, y)), R(x), R(y))
waiting = relay(x)
step = anext(waiting, y)
print(R(waiting), R(x), R(y), R(step))
del step
print(R(waiting), R(y))
del waiting
print(R(x))
