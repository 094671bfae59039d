# Generators resumed in warm code by for, next, send, yield from and unpacking.
import sys

R = sys.getrefcount

def echo(x):
    while True:
        x = yield x
        seen.append(R(x))

def two(x):
    yield x
    yield [R(x)]
    return [x]

def outer(x):
    r = yield from two(x)
    seen.append(R(r))
    return (yield from iter([x]))

def for_loop(x, warm):
    for i in range(warm):
        g = two(x)
        for y in g:
            got = R(y), R(g), R(x)
    return got

def by_next(x, warm):
    for i in range(warm):
        g = outer(x)
        got = R(next(g)), next(g), R(next(g)), R(g), next(g, x) is x
    return got

def by_send(x, warm):
    g = echo(x)
    next(g)
    for i in range(warm):
        seen.clear()
        y = g.send(x)
        z = g.send([x])
        g.send([])
    return R(y), R(z), R(g), tuple(seen), R(x)

def unpacked(x, warm):
    for i in range(warm):
        a, b = two(x)
        c, *d = outer(x)
        e = [*two(x)]
        f = {k: R(x) for k in 'ab'}
    return R(a), b, R(c), d, R(e), f

async def coro(x):
    return R(x), x

async def main(x, warm):
    for i in range(warm):
        c = coro(x)
        n = R(c)
        a, b = await c
        a2, _ = await coro([])
    return n, a, a2, R(b), R(c)

seen, v = [], []
for f in (for_loop, by_next, by_send, unpacked):
    print(f(v, 1), f(v, 2), f(v, 30), R(v), len(seen))
for warm in (1, 30):
    try:
        main(v, warm).send(None)
    except StopIteration as stop:
        print(stop.value, R(stop), R(v))
del f
print(R(v), R(echo), R(outer))
