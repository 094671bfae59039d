def f(s, x):
    match s:
        case {x.a: 1, x.b: 2}:
            return x
        case {x.a: [y, *z], **rest} | {'k': y, 'z': z, 'rest': rest}:
            return y, z, rest
        case x.C(1, k=x.D) as whole:
            return whole
async def g(a):
    with a:
        pass
    async for b in a.c:
        pass
