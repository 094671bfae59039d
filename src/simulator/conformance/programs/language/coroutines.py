# Coroutines run by hand: send(None) until StopIteration.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        received = yield self.value
        return received


async def add(a, b):
    print('adding')
    x = await Suspend(a)
    y = await Suspend(b)
    return (x or a) + (y or b)


async def main():
    first = await add(1, 2)
    second = await add(10, 20)
    try:
        await fails()
    except ValueError as error:
        print('caught', error)
    return first, second


async def fails():
    await Suspend('before failing')
    raise ValueError('async')


def run(coroutine, *values):
    values = list(values)
    to_send = None
    while True:
        try:
            got = coroutine.send(to_send)
        except StopIteration as stop:
            return stop.value
        print('suspended with', got)
        to_send = values.pop(0) if values else None


print(run(main(), 100))
c = main()
print(type(c).__name__, c.__name__, c.cr_await, c.cr_running, c.cr_frame.f_lineno)
c.send(None)
print(type(c.cr_await).__name__, c.cr_await.__name__, c.cr_running)
c.close()
print(c.cr_frame, c.cr_await)


async def cleanup():
    try:
        await Suspend(1)
    finally:
        print('cleaned up')


c = cleanup()
c.send(None)
del c
c = cleanup()
c.send(None)
try:
    c.throw(KeyError('thrown'))
except KeyError as error:
    print(repr(error))

c = cleanup()
try:
    c.send(1)
except TypeError as error:
    print(error)
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)


async def twice(awaitable):
    await awaitable
    await awaitable


inner = cleanup()
outer = twice(inner)
outer.send(None)
try:
    outer.send(None)
except RuntimeError as error:
    print(error)


async def nothing():
    return 'plain'


wrapper = nothing().__await__()
print(type(wrapper).__name__, iter(wrapper) is wrapper)
try:
    next(wrapper)
except StopIteration as stop:
    print(stop.value)


async def shared(awaitable):
    await awaitable


pending = cleanup()
one, two = shared(pending), shared(pending)
one.send(None)
try:
    two.send(None)
except RuntimeError as error:
    print(error)
one.close()


async def comprehensions():
    return [await nothing() for _ in range(2)], {n: await nothing() for n in 'a'}


print(run(comprehensions()))


async def stops():
    raise StopIteration('inside')


try:
    run(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))
add_later = lambda: add(1, 1)
print(add_later.__code__.co_flags & 0x80, add.__code__.co_flags & 0x80)


# A coroutine's frame holds its arguments and what it waits for.
import sys

R = sys.getrefcount


class Load:
    pass


async def carries(x):
    print('begins', R(x))
    got = await Suspend(x)
    print('goes on', R(x), R(got))
    return x


async def outer(x):
    inner = carries(x)
    print(R(inner), R(x))
    answer = await inner
    print(R(inner), R(answer))
    return [answer]


load, sent = Load(), Load()
c = outer(load)
print(R(c), R(load))
waits = c.send(None)
print(waits is load, R(load), R(c), R(c.cr_await), R(c.cr_frame))
try:
    c.send(sent)
except StopIteration as stop:
    print(R(stop.value), R(load), R(sent))
print(R(load), R(sent), R(c))
for leave in ('throw', 'close', 'del'):
    del waits
    c = outer(load)
    waits = c.send(None)
    try:
        if leave == 'throw':
            c.throw(KeyError(sent))
        elif leave == 'close':
            c.close()
        else:
            del c
    except KeyError as error:
        print('left by', R(error), R(sent), R(load))
    print(leave, R(load), R(sent))
