# Asynchronous generators, iterators and comprehensions: asend, athrow, aclose, anext, async for with else.
import sys

R = sys.getrefcount

async def agen(x):
    try:
        while True:
            got = yield x
            seen.append(('got', R(got) if got is not None else None, R(x)))
    except KeyError as error:
        seen.append(('thrown', R(error), R(x)))
        yield [x]
    finally:
        seen.append(('finally', R(x)))

class Each:
    def __init__(self, *items):
        self.items = list(items)
    def __aiter__(self):
        seen.append(('aiter', R(self)))
        return self
    async def __anext__(self):
        seen.append(('anext', R(self)))
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop()

class Await:
    def __init__(self, x):
        self.x = x
    def __await__(self):
        seen.append(('await', R(self)))
        r = yield self.x
        seen.append(('resumed', R(self), R(r)))
        return self.x

async def drive(v, w):
    g = agen(v)
    a = await anext(g)
    b = await g.asend(w)
    seen.append((R(a), R(b), R(g)))
    c = await g.athrow(KeyError(w))
    seen.append((R(c), R(g)))
    await g.aclose()
    d = await anext(g, w)
    seen.append((R(d), R(g)))
    async for x in Each(v, w):
        seen.append(R(x))
    else:
        seen.append(('else', R(x)))
    e = [R(y) async for y in Each(v, w) if y is not w]
    f = {R(y): R(z) async for y in Each(v) async for z in Each(y, w)}
    h = [R(y) for y in [v] if await Await(w)]
    i = R(await Await(v)), R(await Await([]))
    async for x in agen(v):
        break
    return e, f, h, i

def run(c, sent):
    try:
        x = c.send(None)
        while True:
            seen.append(('out', R(x), R(c)))
            x = c.send(sent)
    except StopIteration as stop:
        return stop.value, R(stop)

def told(*what):
    print(*what)
    for line in seen:
        print(line, end=' ')
    print(R(v), R(w))
    seen.clear()

seen, v, w = [], [], {}
for i in range(3):
    told(run(drive(v, w), w))
g = agen(v)
s = g.asend(None)
told(R(g), R(s), R(v))
try:
    s.send(None)
except StopIteration as stop:
    told(R(stop), R(stop.value))
del s
told(R(g), g.ag_running, g.ag_await is None, R(g.ag_frame) > 0)
del g
told()
c = drive(v, w)
told(R(c), c.cr_frame.f_locals['v'] is v)
c.close()
told(R(c))
