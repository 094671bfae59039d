# Closures, cells, nonlocal and defaults in warm code, and functions made again and again.
import sys
R = sys.getrefcount
def counter(start):
    n = start
    def up(by=start):
        nonlocal n
        n = [n, by][1]
        return R(n), R(by)
    def read():
        return R(n), R(start)
    return up, read
def maker(x, warm):
    for i in range(warm):
        def f(y=x):
            return R(x), R(y)
        g = lambda: (R(x), R(f))
        got = f(), f(x), g(), R(f), R(g)
    return got, R(x), f.__closure__[0].cell_contents is x, R(f.__closure__[0]), R(f.__closure__), R(f.__defaults__)
def deep(x):
    def a():
        def b():
            def c():
                return R(x)
            return c(), R(x), R(c)
        return b(), R(x), R(b)
    return a(), R(x), R(a)
def changed(x, y):
    def show():
        return R(x)
    first = show()
    x = y
    second = show(), R(y)
    x = [x]
    third = show(), R(y), R(x)
    del x
    try:
        show()
    except NameError as error:
        return first, second, third, R(error), R(y)
def loops(items):
    made = []
    for item in items:
        made.append(lambda: R(item))
        made.append(lambda item=item: R(item))
    return [m() for m in made], R(item), R(made[0]), R(made)
def recursive(x, n):
    def walk(n):
        return R(x), R(walk) if n == 0 else walk(n - 1)
    return walk(n), R(walk)
class A:
    def __init__(self, v):
        self.f = lambda: R(self)
        self.g = lambda self=self: R(self)
        self.v = v
    def run(self):
        return self.f(), self.g(), R(self), R(self.f)
v, w = [], []
for warm in (1, 2, 30):
    print(maker(v, warm), R(v))
for i in range(20):
    up, read = counter(v)
    got = up(), up(w), read(), up(), read(), R(up), R(read)
print(got, R(v), R(w))
del up, read
for f in (deep, lambda x: changed(x, w), lambda x: loops([x, w]), lambda x: recursive(x, 3)):
    print(f(v), f(v), R(v), R(w))
a = A(v)
print(a.run(), a.run(), R(a), R(v))
a.f = a.g = None
print(R(a))
def generator(x):
    def inner():
        yield x
        yield R(x)
    yield from inner()
    yield R(x), R(inner)
print(list(map(lambda y: y is v or y, generator(v))), R(v), R(w))
