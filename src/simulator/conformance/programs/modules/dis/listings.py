# What dis.dis prints of loops, handled blocks, comprehensions, generators, classes and more; addresses are hidden.
import dis
import io
import re
import sys


def show(x, **options):
    out = io.StringIO()
    dis.dis(x, file=out, **options)
    print(re.sub(r' at 0x[0-9a-f]+', ' at 0x', out.getvalue()))


def loops(a, n=3):
    total = 0
    for i in range(n):
        while a[i] > 0 and total < 100:
            total += a[i] ** 2
            if total == 50:
                continue
            elif not total:
                break
        else:
            total -= 1
    return total if n is not None else -total


def handled(path):
    try:
        with open(path) as f, f.other as g:
            return f.read()
    except (OSError, ValueError) as e:
        raise KeyError(path) from e
    finally:
        print('done', path, sep='', *path)


source = None


def comprehensions(rows):
    x = 10
    yield [row + x for row in rows if row]
    yield {k: v for k, v in rows}
    yield {*rows, x}
    got = yield from (r for r in rows)
    return got


async def waits(many):
    async with many as m:
        async for item in m:
            await item
    return [x async for x in m]


async def streams():
    yield await waits(1)


def matches(value):
    match value:
        case {'a': 1, **rest}:
            return rest
        case [x, *_, str() as y] | (y, x):
            return x, y
        case None | True:
            return 'none'
        case complex(real=r) if r > 1:
            return r
    assert value, f'{value!r:>{10}} and {value}'


class Shape:
    """A class."""
    sides: int = 4
    __slots__ = ('name',)

    def __init__(self, name, *args, key=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name

    @classmethod
    def make(cls):
        def inner():
            nonlocal count
            count += 1
            return cls, __class__
        count = 0
        return inner

    @staticmethod
    def plain(a, /, b, *, c=1):
        global source
        source = a
        del a
        return b[1:2], b[::c], not b, ~c, -c, +c


def imports():
    import os.path as p
    from sys import argv, version as v
    a, *b, (c, d) = argv
    a = b = c < d <= 3 != 4
    a @= b
    b[0] //= c
    b.x |= d
    return lambda q, w=1: (q, w, a is b, a in b, a not in b, a is not None, p, v)


for it in (loops, handled, comprehensions, waits, streams, matches, Shape, imports):
    print('===', it.__name__)
    show(it)
for it in (comprehensions([]), Shape('x').__init__, Shape.make, Shape.make(), streams()):
    print('===', type(it).__name__)
    show(it, depth=0)
print('=== depth')
show(imports, depth=1)
try:
    dis.dis(5)
except TypeError as e:
    print(e)
try:
    dis.dis()
except RuntimeError as e:
    print(e)
try:
    dis.dis(loops, show=1)
except TypeError as e:
    print(e)
loops([1, 2, 3])
for _ in range(30):
    loops([1, 200, 3])
print('=== after many runs')
show(loops)
import sys

R = sys.getrefcount


def counted(a, b=[]):
    return [x for x in a if x is not b]


before, default = R(counted.__code__), counted.__defaults__[0]
show(counted)
print(R(counted), R(counted.__code__) - before, R(default), R(counted(default)), R(default))
