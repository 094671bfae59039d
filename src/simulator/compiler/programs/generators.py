def f():
    yield
    yield 1
    x = yield 2
    yield x, 1
    return 3

def g(xs):
    for x in xs:
        yield x

def h():
    y = yield from g([])
    yield from y
    return y

def i():
    try:
        yield 1
    finally:
        print(2)

def j():
    with a as b:
        yield b

def k(n):
    while n:
        got = yield n
        n -= 1
        try:
            yield got
        except ValueError as e:
            yield e
    return (yield) + (yield 1)
