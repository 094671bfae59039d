async def f():
    await g()
    x = await h(1)
    return x

async def g(xs):
    async for x in xs:
        print(x)
    else:
        print(1)
    async with xs as y:
        print(y)
    async with xs, y as z:
        return z
    return [x async for x in xs], [await x for x in xs]

async def h():
    yield 1
    x = yield
    await x

async def i(xs):
    async for x in xs:
        if x:
            break
        if not x:
            continue
        return x
    d = {x: y async for x, y in xs if x}
    s = {x async for x in xs}
    g = (x async for x in xs)
    return d, s, g, (await x for x in xs)
