# Context managers as decorators of functions, generators and coroutines: when they enter, and what their frames hold.
import contextlib
import sys
R = sys.getrefcount
class M(contextlib.ContextDecorator):
    def __enter__(self):
        seen.append(('in', R(self)))
        return self
    def __exit__(self, kind, error, tb):
        seen.append(('out', R(self), error and R(error)))
        return kind is KeyError
m = M()
@m
def plain(x):
    seen.append(R(x))
    return R(x)
@m
def generated(x):
    seen.append(R(x))
    yield x
    seen.append('end')
@m
async def awaited(x):
    seen.append(R(x))
    return x
@m
def failing(x):
    raise KeyError(x)
def told(*what):
    print(*what, seen, R(v), R(m))
    seen.clear()
seen, v = [], []
for i in range(3):
    told(plain(v), failing(v), R(plain), plain.__name__)
g = generated(v)
told(R(g))
told(next(g) is v, R(g))
told(next(g, 'done'))
del g
c = awaited(v)
told(R(c))
try:
    c.send(None)
except StopIteration as stop:
    told(stop.value is v, R(stop))
del c
told(list(generated(v)) == [v])
@contextlib.asynccontextmanager
async def manager(x):
    seen.append(('in', R(x)))
    yield x
    seen.append(('out', R(x)))
@manager(v)
async def inside(x):
    seen.append(R(x))
    return [x]
c = inside(v)
try:
    c.send(None)
except StopIteration as stop:
    told(stop.value[0] is v, R(stop.value), R(c))
del c
told()
