# async with and async for, driven by hand: what they hold while they wait.
import sys

R = sys.getrefcount


class Pause:
    def __await__(self):
        yield self
        return self


class Manager:
    async def __aenter__(self):
        print('enter', R(self))
        await Pause()
        return self

    async def __aexit__(self, kind, error, trace):
        print('exit', R(self), error and R(error), trace and R(trace))
        await Pause()
        return True


class Items:
    def __init__(self, items):
        self.items = iter(items)

    def __aiter__(self):
        print('aiter', R(self))
        return self

    async def __anext__(self):
        print('anext', R(self))
        for item in self.items:
            return item
        raise StopAsyncIteration


async def main(m, v):
    async with m as same:
        print('body', R(m), R(same), R(v))
        raise KeyError(v)
    async for x in Items([v, m]):
        print('loop', R(x), R(v), R(m))
    print(R(x), [R(y) async for y in Items([v])], R(v))
    return v


m, v = Manager(), []
c = main(m, v)
steps = 0
try:
    while True:
        waits = c.send(None)
        print('waits', R(waits), R(m), R(v), R(c))
except StopIteration as stop:
    print(R(stop), R(stop.value))
print(R(m), R(v), R(c))
c = main(m, v)
c.send(None)
print(R(m), R(v))
c.close()
print(R(m), R(v), R(c))
